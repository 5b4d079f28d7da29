package dev.dictamen.ingest.capture;

import static dev.dictamen.ingest.testing.ChatJson.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.jsonl.ParsedChats;
import dev.dictamen.kafka.LongTexts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Long chats wait for their turn to be read; what a sender leaves behind is not read at all. */
class SenderThatLeavesTest {
    private static final String KEY = "a-key-of-the-test-only";
    private static final String LONG = "x".repeat(LongTexts.LONG);

    private final RecordingTopic topic = new RecordingTopic();
    private final CaptureConfiguration configuration = new CaptureConfiguration();
    private final Scheduler scheduler = configuration.captureScheduler();
    private final LongTexts texts = new LongTexts();
    private final CompletableFuture<Boolean> hold = new CompletableFuture<>();

    @AfterEach
    void stop() {
        scheduler.dispose();
        texts.close();
    }

    @Test
    void aLongChatWhoseSenderLeavesWhileItWaitsIsNotRead() {
        occupyEveryThread();
        int before = texts.waiting();
        var gone = send(saying("gone", LONG));
        await().until(() -> texts.waiting() > before);

        gone.dispose();
        send(saying("stays", LONG));
        hold.complete(true);

        await().untilAsserted(() ->
                assertThat(topic.chats).extracting(ClosedChat::chatId).contains("stays"));
        assertThat(topic.chats).extracting(ClosedChat::chatId).containsExactly("stays");
    }

    /** As many as there are cores are at least as many as the threads. */
    private void occupyEveryThread() {
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> Thread.ofVirtual().start(this::holdOne))
                .forEach(thread -> await().until(() -> thread.getState() == Thread.State.WAITING));
    }

    private void holdOne() {
        try {
            texts.on(LongTexts.LONG + 1, LongTexts.Urgency.LIVE, hold::join);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Disposable send(String body) {
        var limits = new CaptureProperties(KEY, DataSize.ofMegabytes(1), 100, 3, 1, Duration.ofSeconds(5));
        var capture = new ChatCapture(ParsedChats.reader(), topic, texts, limits, new SimpleMeterRegistry());
        var routes = configuration.captureRoutes(new ChatHandler(capture, limits, scheduler), new ApiKey(limits));
        var request = MockServerHttpRequest.post("/v1/chats")
                .header("X-Api-Key", KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        return RouterFunctions.toWebHandler(routes, HandlerStrategies.withDefaults())
                .handle(MockServerWebExchange.from(request))
                .subscribe();
    }
}
