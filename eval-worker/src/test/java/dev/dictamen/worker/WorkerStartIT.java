package dev.dictamen.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.FreePort;
import dev.dictamen.worker.replicas.ReplicaPool;
import dev.dictamen.worker.testing.Closing;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole service on a real broker, started as each test needs it, one after another. */
class WorkerStartIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final Duration SOON = Duration.ofSeconds(60);

    private final NothingLost nothingLost = new NothingLost();
    private StubReplica replica;
    private Outcomes outcomes;

    @BeforeEach
    void start() throws Exception {
        replica = StubReplica.start();
        outcomes = new Outcomes(BROKER);
    }

    @AfterEach
    void stop() {
        outcomes.close();
        replica.close();
    }

    @Test
    void aReplicaThatFailsLosesNoChat() throws Exception {
        try (var failing = StubReplica.start().failingWith(503);
                var worker = WorkerProcess.start("worker-1", BROKER, failing, replica)) {
            nothingLost.sent(Closing.inBothLanes(BROKER, "other-replica", 30));

            nothingLost.awaitHolds(SOON, () -> outcomes.byModel("other-replica"));
            assertThat(failing.requests).isNotEmpty();
            worker.awaitReading();
        }
    }

    @Test
    void whileNoReplicaAnswersChatsWaitAndAreJudgedWhenOneIsBack() throws Exception {
        int port = FreePort.find();
        var away = URI.create("http://127.0.0.1:" + port);
        try (var worker = WorkerProcess.start("worker-1", BROKER, Map.of(), away)) {
            nothingLost.sent(Closing.inBothLanes(BROKER, "outage", 10));
            try (var back = StubReplica.start(port)) {
                nothingLost.awaitHolds(SOON, () -> outcomes.byModel("outage"));
                assertThat(back.requests).isNotEmpty();
            }
            worker.awaitReading();
        }
    }

    @Test
    void aSuccessorTakesUpOnlyWhatWasInFlight() throws Exception {
        replica.hold();
        var first = WorkerProcess.start("worker-1", BROKER, replica);
        nothingLost.sent(Closing.inBothLanes(BROKER, "restart", 40));
        replica.let(25);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes.byModel("restart")).hasSizeGreaterThanOrEqualTo(25));
        var stopping = Thread.ofPlatform().start(first::close);
        replica.let(10_000);
        stopping.join(SOON);

        try (var successor = WorkerProcess.start("worker-1", BROKER, replica)) {
            nothingLost.awaitHolds(SOON, () -> outcomes.byModel("restart"));
            successor.awaitReading();
        }
        assertThat(firstAttempts().values()).as("first attempts of each chat").containsOnly(1L);
    }

    private Map<String, Long> firstAttempts() {
        return replica.requests.stream()
                .filter(id -> id.endsWith("/1"))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    @Test
    void withTheModelOffRulesJudgeForGoodAndNobodyIsAsked() {
        var off = Map.of("LLM_ENABLED", "off", "RULES_FALLBACK_AFTER", "1s");
        try (var worker = WorkerProcess.start("worker-1", BROKER, off)) {
            nothingLost.sent(Closing.inBothLanes(BROKER, "rules", 10));

            nothingLost.awaitHolds(SOON, () -> outcomes.chats("rules"));
            assertThat(outcomes.scored("rules"))
                    .hasSize(10)
                    .allSatisfy(scored -> assertThat(scored.judge().kind()).isEqualTo(JudgedBy.Kind.RULES))
                    .noneMatch(Evaluation.Scored::provisional);
            assertThat(worker.hasBeanOf(ReplicaPool.class)).isFalse();
        }
    }
}
