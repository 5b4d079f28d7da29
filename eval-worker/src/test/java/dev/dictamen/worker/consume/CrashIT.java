package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.ServiceJar;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The built jar is killed in the middle of its work, and stopped in the middle of its work. */
class CrashIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    /** A JVM starts in it, on a machine that is busy. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final int CHATS = 200;
    private static final int FINISHED = 60;
    private static final int IN_FLIGHT = 8;
    private static final int TERMINATED = 143;

    private final NothingLost nothingLost = new NothingLost();
    private StubReplica replica;

    @BeforeEach
    void closeChats() throws Exception {
        BROKER.empty();
        BROKER.create(ContractTopics.ALL.closed());
        replica = StubReplica.start();
        replica.hold();
        var chats = IntStream.range(0, CHATS)
                .mapToObj(number -> Conversations.polite("crash-" + number))
                .toList();
        BROKER.send(ContractTopics.ALL.closed(), chats);
        nothingLost.sent(chats.stream().map(ClosedChat::chatId).toList());
    }

    @AfterEach
    void stopReplica() {
        replica.close();
    }

    @Test
    void afterAKillNothingIsLostAndOnlyWhatWasInFlightIsAskedAgain() throws Exception {
        try (var outcomes = new Outcomes(BROKER)) {
            try (var victim = start("worker-1")) {
                finishSome();
                victim.kill();
            }
            replica.let(10_000);
            try (var successor = start("worker-1")) {
                nothingLost.awaitHolds(SOON, () -> outcomes.byModel("crash"));
                assertThat(repeatedFirstAttempts()).isLessThanOrEqualTo(IN_FLIGHT);
                assertThat(successor.stop()).isEqualTo(TERMINATED);
            }
        }
    }

    @Test
    void afterAStopNothingIsAskedAgainAndAnotherWorkerGoesOn() throws Exception {
        try (var outcomes = new Outcomes(BROKER)) {
            try (var leaver = start("worker-1")) {
                finishSome();
                replica.let(10_000);
                assertThat(leaver.stop()).isEqualTo(TERMINATED);
            }
            try (var other = start("worker-2")) {
                nothingLost.awaitHolds(SOON, () -> outcomes.byModel("crash"));
                assertThat(other.stop()).isEqualTo(TERMINATED);
            }
            assertThat(repeatedFirstAttempts()).isZero();
        }
    }

    private ServiceJar start(String id) {
        return WorkerProcess.jar(id, BROKER, Map.of(), replica);
    }

    /** Lets some calls end and waits until the worker has committed that they did, while others are under way. */
    private void finishSome() {
        replica.let(FINISHED);
        await().atMost(SOON).until(() -> replica.requests.size() == FINISHED + IN_FLIGHT);
        await().atMost(SOON).until(() -> committedAsFinished() == FINISHED);
    }

    private static long committedAsFinished() throws Exception {
        try (var admin = BROKER.admin()) {
            return admin
                    .listConsumerGroupOffsets(ContractTopics.GROUPS.live())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(CrashIT::finished)
                    .sum();
        }
    }

    private static long finished(OffsetAndMetadata committed) {
        var pending = Pending.read(committed);
        return Math.max(pending.mark(), committed.offset())
                - pending.unfinished().size();
    }

    private long repeatedFirstAttempts() {
        return replica.requests.stream().filter(id -> id.endsWith("/1")).count() - CHATS;
    }
}
