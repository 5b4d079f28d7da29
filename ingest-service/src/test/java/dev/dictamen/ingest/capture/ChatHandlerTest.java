package dev.dictamen.ingest.capture;

import static dev.dictamen.ingest.testing.ChatJson.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.jsonl.ParsedChats;
import dev.dictamen.kafka.LongTexts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** What a sender is told, without a broker. */
class ChatHandlerTest {
    private static final String KEY = "a-key-of-the-test-only";

    private final RecordingTopic topic = new RecordingTopic();
    private final CaptureConfiguration configuration = new CaptureConfiguration();
    private final Scheduler scheduler = configuration.captureScheduler();
    private final CaptureProperties limits =
            new CaptureProperties(KEY, DataSize.ofBytes(1000), 100, 3, 1, Duration.ofMillis(300));
    private final ChatCapture capture =
            new ChatCapture(ParsedChats.reader(), topic, new LongTexts(), limits, new SimpleMeterRegistry());
    private final WebTestClient client = WebTestClient.bindToRouterFunction(
                    configuration.captureRoutes(new ChatHandler(capture, limits, scheduler), new ApiKey(limits)))
            .build();

    @AfterEach
    void stop() {
        scheduler.dispose();
    }

    @Test
    void aBrokerThatDoesNotAcknowledgeMeansSendAgain() {
        topic.refuseAfter = 0;

        send(MediaType.APPLICATION_NDJSON, saying("a", "x"))
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "5")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anotherKeyIsRefusedBeforeAnythingIsSent() {
        client.post()
                .uri("/v1/chats")
                .header("X-Api-Key", KEY + "1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(saying("a", "x"))
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(topic.chats).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedAtItsLimit() {
        var chunks = Flux.range(0, 100).map(i -> buffer(saying("c-" + i, "x") + "\n"));

        send(MediaType.APPLICATION_NDJSON, chunks).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void aSenderThatFallsSilentIsGivenUpAndTheNextOneIsServed() {
        var silent = Flux.just(buffer(saying("a", "x"))).concatWith(Flux.never());

        send(MediaType.APPLICATION_NDJSON, silent).expectStatus().isEqualTo(HttpStatus.REQUEST_TIMEOUT);
        send(MediaType.APPLICATION_NDJSON, saying("b", "x")).expectStatus().isOk();
        assertThat(topic.chats).extracting(chat -> chat.chatId()).containsExactly("b");
    }

    @Test
    void theTypesOfJsonLinesAreTakenAndOthersRefused() {
        send(MediaType.parseMediaType("application/jsonl;charset=utf-8"), saying("a", "x"))
                .expectStatus()
                .isOk();
        send(MediaType.TEXT_PLAIN, saying("a", "x")).expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    private WebTestClient.ResponseSpec send(MediaType type, String body) {
        return send(type, Flux.just(buffer(body)));
    }

    private WebTestClient.ResponseSpec send(MediaType type, Flux<DataBuffer> body) {
        return client.post()
                .uri("/v1/chats")
                .header("X-Api-Key", KEY)
                .contentType(type)
                .body(BodyInserters.fromDataBuffers(body))
                .exchange();
    }

    private static DataBuffer buffer(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
