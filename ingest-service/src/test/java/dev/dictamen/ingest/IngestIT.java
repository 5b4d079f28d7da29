package dev.dictamen.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.testing.ChatJson;
import dev.dictamen.ingest.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From the HTTP request to the topics closed and backlog, against a real broker. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "KAFKA_BOOTSTRAP_SERVERS=${spring.embedded.kafka.brokers}",
            "KAFKA_REPLICATION_FACTOR=1",
            "INGEST_BIND_ADDRESS=127.0.0.1",
            "INGEST_PORT=0",
            "INGEST_API_KEY=" + IngestIT.KEY,
            "MANAGEMENT_ADDRESS=127.0.0.1",
            "INGEST_MANAGEMENT_PORT=0"
        })
@EmbeddedKafka(partitions = 1)
@DirtiesContext
class IngestIT {
    static final String KEY = "a-key-of-the-test-only";

    @TempDir
    private static Path stateDir;

    @LocalServerPort
    private int port;

    @org.springframework.beans.factory.annotation.Value("${local.management.port}")
    private int managementPort;

    @Autowired
    private EmbeddedKafkaBroker broker;

    @Autowired
    private KafkaTemplate<String, Object> kafka;

    @Autowired
    private Topics topics;

    private TopicReader closed;
    private TopicReader backlog;

    @DynamicPropertySource
    static void state(DynamicPropertyRegistry registry) {
        registry.add("INGEST_STATE_DIR", stateDir::toString);
    }

    @BeforeEach
    void openReaders() {
        closed = TopicReader.from(broker, topics.closed());
        backlog = TopicReader.from(broker, topics.backlog());
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

        var record = closed.awaitKey("it-live");
        assertThat(record.chat().revision()).isGreaterThanOrEqualTo(sentAt.toEpochMilli());
        assertThat(record.chat().closedAt()).isEqualTo(sentAt);
        assertThat(record.header(EventHeaders.TRACE_PARENT)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(record.header(EventHeaders.TYPE)).isEqualTo(topics.closed());
    }

    @Test
    void aChatOfLongAgoGoesToTheBacklog() {
        send(MediaType.APPLICATION_JSON, ChatJson.closedAt("it-old", Instant.parse("2020-05-13T12:00:00Z")))
                .expectStatus()
                .isOk();

        assertThat(backlog.awaitKey("it-old").chat().messages()).hasSize(2);
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

        await().untilAsserted(() -> assertThat(closed.poll("it-twice"))
                .extracting(record -> record.chat().messages().getFirst().text())
                .containsExactly("Hola", "Hola, ¿sigue ahí?"));
        assertThat(closed.poll("it-twice"))
                .extracting(TopicReader.Read::chat)
                .extracting(ClosedChat::revision)
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
        closed.awaitKey("it-before");
        closed.awaitKey("it-after");
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
    void aBodyBeyondTheLimitAndAnotherMediaTypeAreRefused() {
        send(MediaType.APPLICATION_NDJSON, " ".repeat(33 * 1024 * 1024))
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        send(MediaType.TEXT_PLAIN, "hola").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aPoisonRecordGoesToTheDeadLettersAndTheGateGoesOn() {
        try (var letters = TopicReader.from(broker, Topics.deadLetter(topics.found()))) {
            kafka.send(new ProducerRecord<>(topics.found(), "it-poison", "{no".getBytes(StandardCharsets.UTF_8)))
                    .join();
            send(MediaType.APPLICATION_JSON, ChatJson.saying("it-poison", "a"))
                    .expectStatus()
                    .isOk();

            closed.awaitKey("it-poison");
            var letter = letters.awaitKey("it-poison");
            assertThat(letter.text()).isEqualTo("{no");
            assertThat(letter.header("kafka_dlt-original-topic")).isEqualTo(topics.found());
        }
    }

    @Test
    void theHealthIsUpOnceTheGateRuns() {
        var management = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build();

        await().atMost(Duration.ofSeconds(30))
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
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }
}
