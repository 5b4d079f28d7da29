package dev.dictamen.worker.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Live chats whose model does not answer: a provisional verdict, once, for all of them, and then the model's. */
class ProvisionalVerdictsIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

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

    private StubReplica replica;
    private Outcomes outcomes;

    @BeforeEach
    void start() throws Exception {
        BROKER.create(ContractTopics.ALL.closed());
        replica = StubReplica.start();
        outcomes = new Outcomes(BROKER);
    }

    @AfterEach
    void stop() {
        replica.close();
        outcomes.close();
    }

    @Test
    void everyChatThatWaitsGetsOneAndThenItsModels() {
        replica.hold();
        try (var worker = worker("2s")) {
            close("waits", CHATS);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(outcomes.provisional("waits")).hasSize(CHATS));
            replica.let(1_000);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.byModel("waits")).hasSize(CHATS));

            assertThat(outcomes.provisional("waits"))
                    .as("one each")
                    .doesNotHaveDuplicates()
                    .hasSize(CHATS);
            worker.awaitReading();
        }
    }

    @Test
    void aChatJudgedInTimeGetsNone() {
        try (var worker = worker("10s")) {
            worker.awaitReading();
            close("quick", CHATS);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.byModel("quick")).hasSize(CHATS));
            replica.hold();
            close("slow", 1);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(outcomes.provisional("slow")).containsExactly("slow-0"));
            assertThat(outcomes.provisional("quick")).isEmpty();
            replica.let(1_000);
            worker.awaitReading();
        }
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @Test
    void aSuccessorDoesNotRepeatThem() {
        replica.hold();
        try (var first = worker("2s")) {
            close("first", CHATS);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(outcomes.provisional("first")).hasSize(CHATS));
            replica.let(1_000);
            first.awaitReading();
        }
        replica.hold();
        try (var successor = worker("2s")) {
            close("second", 1);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(outcomes.provisional("second")).containsExactly("second-0"));
            assertThat(outcomes.provisional("first")).doesNotHaveDuplicates();
            replica.let(1_000);
            successor.awaitReading();
        }
    }

    private WorkerProcess worker(String patience) {
        var settings = new HashMap<>(SETTINGS);
        settings.put("RULES_FALLBACK_AFTER", patience);
        return WorkerProcess.start("worker-1", BROKER, settings, replica.address());
    }

    private static void close(String prefix, int count) {
        BROKER.send(
                ContractTopics.ALL.closed(),
                IntStream.range(0, count)
                        .mapToObj(number -> Conversations.polite(prefix + "-" + number))
                        .toList());
    }
}
