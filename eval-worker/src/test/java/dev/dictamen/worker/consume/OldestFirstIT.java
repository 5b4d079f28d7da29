package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backlog over twelve partitions is worked off in the order in which its chats closed. */
class OldestFirstIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final int PARTITIONS = 12;
    private static final int CHATS = 1_200;
    /** A chat a quarter second, so each partition has one every three seconds. */
    private static final long APART_MS = 250;
    /** What the worker holds, and what one poll adds to it. */
    private static final int WINDOW = 20;

    private static final int POLLED = 20;

    private static final Map<String, String> SETTINGS =
            Map.of("WORKER_WINDOW", Integer.toString(WINDOW), "RULES_FALLBACK", "off", "JUDGE_CACHE_SIZE", "0");

    @Test
    void theOldestOfAllPartitionsGoFirst() throws Exception {
        BROKER.create(ContractTopics.ALL.closed());
        close();
        try (var replica = StubReplica.start();
                var outcomes = new Outcomes(BROKER);
                var worker = WorkerProcess.start("worker-1", BROKER, SETTINGS, replica.address())) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(outcomes.of("c")).hasSize(CHATS));

            assertThat(replica.requests).hasSize(CHATS);
            assertThat(furthestAhead(replica.requests, idsInOrder()))
                    .as("chats that overtook an older one, by places")
                    .isLessThan(WINDOW + PARTITIONS * POLLED);
            worker.awaitReading();
        }
    }

    private static void close() {
        long begun = Instant.now().toEpochMilli() - CHATS * APART_MS;
        try (var producer = BROKER.producer()) {
            for (int i = 0; i < CHATS; i++) {
                producer.send(new ProducerRecord<>(
                        ContractTopics.ALL.closed(),
                        i % PARTITIONS,
                        begun + i * APART_MS,
                        "c-" + i,
                        Conversations.polite("c-" + i)));
            }
        }
    }

    private static List<String> idsInOrder() {
        return IntStream.range(0, CHATS)
                .mapToObj(i -> EvaluationId.of("c-" + i, 1, Evaluation.LIVE_RUN))
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
