package dev.dictamen.worker.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.worker.testing.Chats;
import dev.dictamen.worker.testing.ContractTopics;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Live chats whose model does not answer: a provisional verdict, once, for all of them, and then the model's. */
class ProvisionalVerdictsIT {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Far more than the worker holds at once. */
    private static final int CHATS = 120;

    private static final Map<String, String> SETTINGS = Map.of(
            "WORKER_WINDOW",
            "10",
            "JUDGE_CACHE_SIZE",
            "0",
            "JUDGE_REQUEST_TIMEOUT",
            "120s",
            "JUDGE_STALL_AFTER",
            "300s");

    private EmbeddedKafkaBroker broker;
    private KafkaProducer<String, Object> producer;
    private StubReplica replica;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                ContractTypes.serializer());
        replica = StubReplica.start();
    }

    @AfterEach
    void stopBroker() {
        producer.close();
        replica.close();
        broker.destroy();
    }

    @Test
    void everyChatThatWaitsGetsOneAndThenItsModels() {
        replica.hold();
        try (var worker = start();
                var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            close("waits", CHATS);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(provisional(outcomes)).hasSize(CHATS));
            replica.let(1_000);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(byModel(outcomes)).hasSize(CHATS));

            assertThat(provisional(outcomes))
                    .as("one each")
                    .doesNotHaveDuplicates()
                    .hasSize(CHATS);
            assertThat(worker).isNotNull();
        }
    }

    @Test
    void aChatJudgedInTimeGetsNone() {
        try (var worker = start("10s");
                var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            close("quick", CHATS);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(byModel(outcomes)).hasSize(CHATS));
            replica.hold();
            close("slow", 1);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(provisional(outcomes)).contains("slow-0"));
            assertThat(provisional(outcomes)).containsExactly("slow-0");
            replica.let(1_000);
            assertThat(worker).isNotNull();
        }
    }

    @Test
    void aSuccessorDoesNotRepeatThem() {
        replica.hold();
        try (var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            var first = start();
            close("first", CHATS);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(provisional(outcomes)).hasSize(CHATS));
            replica.let(1_000);
            first.close();
            replica.hold();
            try (var successor = start()) {
                close("second", 1);

                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(provisional(outcomes)).contains("second-0"));
                assertThat(provisional(outcomes)).doesNotHaveDuplicates();
                assertThat(successor).isNotNull();
                replica.let(1_000);
            }
        }
    }

    private WorkerProcess start() {
        return start("2s");
    }

    private WorkerProcess start(String patience) {
        var settings = new HashMap<>(SETTINGS);
        settings.put("RULES_FALLBACK_AFTER", patience);
        return WorkerProcess.start("worker-1", broker.getBrokersAsString(), settings, replica);
    }

    private void close(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            producer.send(CloudEvents.record(TOPICS.closed(), Chats.polite(prefix + "-" + i), "test", null));
        }
        producer.flush();
    }

    private static List<String> provisional(Outcomes outcomes) {
        return scored(outcomes).stream()
                .filter(Evaluation.Scored::provisional)
                .map(Evaluation::chatId)
                .toList();
    }

    private static List<String> byModel(Outcomes outcomes) {
        return scored(outcomes).stream()
                .filter(scored -> scored.judge().kind() == JudgedBy.Kind.LLM)
                .map(Evaluation::chatId)
                .distinct()
                .collect(Collectors.toList());
    }

    private static List<Evaluation.Scored> scored(Outcomes outcomes) {
        return outcomes.of("").stream()
                .filter(Evaluation.Scored.class::isInstance)
                .map(Evaluation.Scored.class::cast)
                .toList();
    }
}
