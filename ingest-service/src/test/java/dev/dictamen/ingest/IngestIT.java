package dev.dictamen.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.testing.ChatJson;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From the HTTP request to the topics closed and backlog, against a real broker. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "KAFKA_REPLICATION_FACTOR=1",
            "INGEST_BIND_ADDRESS=127.0.0.1",
            "INGEST_PORT=0",
            "INGEST_API_KEY=" + IngestIT.KEY,
            "MANAGEMENT_ADDRESS=127.0.0.1",
            "INGEST_MANAGEMENT_PORT=0"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class IngestIT {
    static final String KEY = "a-key-of-the-test-only";
    /** The gate may only just be starting. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    @TempDir
    private static Path stateDir;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private KafkaTemplate<String, Object> kafka;

    @Autowired
    private Topics topics;

    private TopicReader<ClosedChat> closed;
    private TopicReader<ClosedChat> backlog;

    @DynamicPropertySource
    static void state(DynamicPropertyRegistry registry) {
        registry.add("INGEST_STATE_DIR", stateDir::toString);
        registry.add("KAFKA_BOOTSTRAP_SERVERS", BROKER::addresses);
    }

    @BeforeEach
    void openReaders() {
        closed = TopicReader.of(BROKER.addresses(), ClosedChat.class, topics.closed());
        backlog = TopicReader.of(BROKER.addresses(), ClosedChat.class, topics.backlog());
    }

    @AfterEach
    void closeReaders() {
        closed.close();
        backlog.close();
    }

    @Test
    void anAcceptedChatReachesTheLiveLaneWithItsTraceAndARevision() {
        var sentAt = Instant.now();
        send(MediaType.APPLICATION_JSON, ChatJson.closedAt("it-live", sentAt))
                .expectStatus()
                .isOk();

        var record = first(closed, "it-live");
        assertThat(chat(record).revision()).isGreaterThanOrEqualTo(sentAt.toEpochMilli());
        assertThat(chat(record).closedAt()).isEqualTo(sentAt);
        assertThat(record.headers().get(EventHeaders.TRACE_PARENT)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(record.headers().get(EventHeaders.TYPE)).isEqualTo(topics.closed());
    }

    @Test
    void aChatOfLongAgoGoesToTheBacklog() {
        send(MediaType.APPLICATION_JSON, ChatJson.closedAt("it-old", Instant.parse("2020-05-13T12:00:00Z")))
                .expectStatus()
                .isOk();

        assertThat(chat(first(backlog, "it-old")).messages()).hasSize(2);
    }

    @Test
    void theSameChatTwiceGoesOnOnceAndAChangedOneGoesOnAgain() {
        var first = ChatJson.saying("it-twice", "Hola");
        var changed = ChatJson.saying("it-twice", "Hola, ¿sigue ahí?");
        send(MediaType.APPLICATION_NDJSON, first + "\n" + first + "\n")
                .expectStatus()
                .isOk();
        send(MediaType.APPLICATION_NDJSON, first).expectStatus().isOk();
        send(MediaType.APPLICATION_NDJSON, changed).expectStatus().isOk();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(closed.of("it-twice"))
                        .extracting(record -> chat(record).messages().getFirst().text())
                        .containsExactly("Hola", "Hola, ¿sigue ahí?"));
        assertThat(closed.of("it-twice"))
                .extracting(record -> chat(record).revision())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aBadLineIsNamedAndItsNeighboursGoOn() {
        var body = ChatJson.saying("it-before", "a") + "\n{broken\n\n" + ChatJson.saying("it-after", "b");

        send(MediaType.APPLICATION_NDJSON, body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(2)
                .jsonPath("$.rejected[0].line")
                .isEqualTo(2)
                .jsonPath("$.rejected.length()")
                .isEqualTo(1);
        first(closed, "it-before");
        first(closed, "it-after");
    }

    @Test
    void aRefusedSingleChatIsAProblemWithItsReason() {
        send(MediaType.APPLICATION_JSON, "{\"conversation_id\": \"it-none\"}")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("no transcript")
                .jsonPath("$.chatId")
                .isEqualTo("it-none");
    }

    @Test
    void withoutTheKeyNothingIsRead() {
        for (String key : List.of("", "wrong", KEY + "x")) {
            client().post()
                    .uri("/v1/chats")
                    .header("X-Api-Key", key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(ChatJson.saying("it-key", "a"))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void aBodyBeyondTheLimitAndAnotherMediaTypeAreRefused() throws IOException {
        assertThat(statusOfALengthAlone(33 * 1024 * 1024)).startsWith("HTTP/1.1 413 ");
        send(MediaType.TEXT_PLAIN, "hola").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aPoisonRecordGoesToTheDeadLettersAndTheGateGoesOn() {
        try (var letters = TopicReader.ofText(BROKER.addresses(), Topics.deadLetter(topics.found()))) {
            kafka.send(new ProducerRecord<>(topics.found(), "it-poison", "{no".getBytes(StandardCharsets.UTF_8)))
                    .join();
            send(MediaType.APPLICATION_JSON, ChatJson.saying("it-poison", "a"))
                    .expectStatus()
                    .isOk();

            first(closed, "it-poison");
            var letter = first(letters, "it-poison");
            assertThat(letter.value()).isEqualTo("{no");
            assertThat(letter.headers().get("kafka_dlt-original-topic")).isEqualTo(topics.found());
        }
    }

    @Test
    void theHealthIsUpOnceTheGateRuns() {
        var management = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .responseTimeout(SOON)
                .build();

        await().atMost(SOON)
                .untilAsserted(() -> management
                        .get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.components.gate.status")
                        .isEqualTo("UP"));
    }

    @Test
    void noTextOfAChatReachesTheLog(CapturedOutput log) {
        var secret = "palabra-secreta-de-la-clienta";
        try (var letters = TopicReader.ofText(BROKER.addresses(), Topics.deadLetter(topics.found()))) {
            send(MediaType.APPLICATION_JSON, ChatJson.saying("it-secret", secret))
                    .expectStatus()
                    .isOk();
            send(MediaType.APPLICATION_NDJSON, "{\"transcript\": \"" + secret + "\"}\n{" + secret)
                    .expectStatus()
                    .isOk();
            send(MediaType.APPLICATION_JSON, "[" + secret).expectStatus().isBadRequest();
            kafka.send(new ProducerRecord<>(topics.found(), "it-leak", secret.getBytes(StandardCharsets.UTF_8)))
                    .join();

            first(closed, "it-secret");
            first(letters, "it-leak");
        }
        assertThat(log)
                .contains("event=chats-captured")
                .contains("event=dead-letter")
                .doesNotContain(secret);
    }

    private static <T> TopicReader.Seen<T> first(TopicReader<T> reader, String key) {
        return await().atMost(SOON)
                .until(() -> reader.of(key), seen -> !seen.isEmpty())
                .getFirst();
    }

    private static ClosedChat chat(TopicReader.Seen<ClosedChat> seen) {
        return Objects.requireNonNull(seen.value());
    }

    /** The first line of the answer to a request that announces so many bytes and sends none of them. */
    private String statusOfALengthAlone(long bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) SOON.toMillis());
            var head =
                    "POST /v1/chats HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(KEY, MediaType.APPLICATION_NDJSON_VALUE, bytes);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return String.valueOf(new BufferedReader(answer).readLine());
        }
    }

    private WebTestClient.ResponseSpec send(MediaType type, String body) {
        return client().post()
                .uri("/v1/chats")
                .header("X-Api-Key", KEY)
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(SOON)
                .build();
    }
}
