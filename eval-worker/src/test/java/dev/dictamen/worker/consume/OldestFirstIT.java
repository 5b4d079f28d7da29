package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.worker.testing.Chats;
import dev.dictamen.worker.testing.ContractTopics;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A backlog over twelve partitions is worked off in the order in which its chats closed. */
class OldestFirstIT {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final int PARTITIONS = 12;
    private static final int CHATS = 1_200;
    /** A chat a quarter second, so each partition has one every three seconds. */
    private static final long APART_MS = 250;
    /** What the worker holds, and what one poll adds to it. */
    private static final int WINDOW = 20;

    private static final int POLLED = 20;

    @Test
    void theOldestOfAllPartitionsGoFirst() throws Exception {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.afterPropertiesSet();
        var settings =
                Map.of("WORKER_WINDOW", Integer.toString(WINDOW), "RULES_FALLBACK", "off", "JUDGE_CACHE_SIZE", "0");
        try (var replica = StubReplica.start();
                var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            WorkerProcess.start("worker-1", broker.getBrokersAsString(), settings, replica)
                    .close();
            close(broker.getBrokersAsString());

            try (var worker = WorkerProcess.start("worker-1", broker.getBrokersAsString(), settings, replica)) {
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(outcomes.of("c")).hasSize(CHATS));
                assertThat(worker).isNotNull();
            }

            assertThat(furthestAhead(replica.requests, idsInOrder()))
                    .as("chats that overtook an older one, by places")
                    .isLessThan(WINDOW + PARTITIONS * POLLED);
        } finally {
            broker.destroy();
        }
    }

    private static void close(String brokers) {
        long begun = System.currentTimeMillis() - CHATS * APART_MS;
        try (var producer = new KafkaProducer<String, Object>(
                Map.of("bootstrap.servers", brokers, "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                ContractTypes.serializer())) {
            for (int i = 0; i < CHATS; i++) {
                producer.send(new ProducerRecord<>(
                        TOPICS.closed(), i % PARTITIONS, begun + i * APART_MS, "c-" + i, Chats.polite("c-" + i)));
            }
        }
    }

    private static List<String> idsInOrder() {
        return IntStream.range(0, CHATS)
                .mapToObj(i -> EvaluationId.of("c-" + i, 7, Evaluation.LIVE_RUN))
                .toList();
    }

    /** By how many places a chat was asked about before its turn. */
    private static int furthestAhead(List<String> requests, List<String> inOrder) {
        int furthest = 0;
        for (int asked = 0; asked < requests.size(); asked++) {
            int turn = inOrder.indexOf(requests.get(asked).replaceFirst("/.*", ""));
            furthest = Math.max(furthest, turn - asked);
        }
        return furthest;
    }
}
