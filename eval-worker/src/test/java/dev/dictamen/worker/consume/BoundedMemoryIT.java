package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.worker.testing.Chats;
import dev.dictamen.worker.testing.ContractTopics;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerJar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** However many chats wait, the worker holds a window of them: it lives in 256 MB, gives provisional verdicts, and goes on. */
class BoundedMemoryIT {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final int WAITING = 100_000;
    private static final int SEEN = 3_000;
    private static final int TERMINATED = 143;
    private static final Duration SOON = Duration.ofSeconds(180);

    @Test
    void aHundredThousandWaitingChatsFitIntoASmallHeap() throws Exception {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.afterPropertiesSet();
        try (var replica = StubReplica.start();
                var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            replica.hold();
            try (var worker = WorkerJar.start(
                    "worker-1", broker.getBrokersAsString(), replica, Map.of("RULES_FALLBACK_AFTER", "1s"))) {
                await().atMost(SOON).until(() -> topicsAreThere(broker));
                close(broker.getBrokersAsString());

                await().atMost(SOON).until(() -> byRules(outcomes).count() >= SEEN);
                replica.let(1_000_000);
                await().atMost(SOON).until(() -> byModel(outcomes).count() >= SEEN);

                assertThat(worker.isAlive()).isTrue();
                assertThat(worker.stop()).as("exit code").isEqualTo(TERMINATED);
            }
        } finally {
            broker.destroy();
        }
    }

    private static boolean topicsAreThere(EmbeddedKafkaKraftBroker broker) {
        return broker.doWithAdminFunction(admin -> {
            try {
                return admin.listTopics().names().get().contains(TOPICS.closed());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Of about 3 kB each. */
    private static void close(String brokers) {
        try (var producer = new KafkaProducer<String, Object>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        brokers,
                        "linger.ms",
                        20,
                        "max.in.flight.requests.per.connection",
                        1,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                ContractTypes.serializer())) {
            IntStream.range(0, WAITING)
                    .forEach(number -> producer.send(CloudEvents.record(TOPICS.closed(), chat(number), "test", null)));
        }
    }

    private static ClosedChat chat(int number) {
        var sentAt = Instant.parse("2026-11-20T09:00:00Z");
        var messages = IntStream.range(0, 10)
                .mapToObj(index -> new ChatMessage(
                        index,
                        index % 2 == 0 ? Role.CUSTOMER : Role.AGENT,
                        ("pedido " + number + " en revisión ").repeat(10),
                        sentAt.plusSeconds(20L * index)))
                .toList();
        return Chats.with("m-" + number, List.copyOf(messages));
    }

    private static Stream<Evaluation.Scored> byRules(Outcomes outcomes) {
        return scored(outcomes).filter(Evaluation.Scored::provisional);
    }

    private static Stream<Evaluation.Scored> byModel(Outcomes outcomes) {
        return scored(outcomes).filter(scored -> scored.judge().kind() == JudgedBy.Kind.LLM);
    }

    private static Stream<Evaluation.Scored> scored(Outcomes outcomes) {
        return outcomes.of("m-").stream()
                .filter(Evaluation.Scored.class::isInstance)
                .map(Evaluation.Scored.class::cast);
    }
}
