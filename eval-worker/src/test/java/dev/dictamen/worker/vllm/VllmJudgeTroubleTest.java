package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.replicas.Replica;
import dev.dictamen.worker.testing.StubReplica;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VllmJudgeTroubleTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private StubReplica first;
    private StubReplica second;

    @BeforeEach
    void start() throws IOException {
        first = StubReplica.start();
        second = StubReplica.start();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void callsOnAReplicaThatFinishesNothingAreBrokenOffAndGoElsewhere() throws Exception {
        first.hold();
        try (var rig = new JudgeRig(LONG, Duration.ofMillis(200), first, second)) {
            for (int i = 0; i < 2; i++) {
                assertThat(ask(rig, null).replica()).isEqualTo(name(second));
            }

            var stalled = replica(rig, first);
            assertThat(rig.pool.underLock(() -> stalled.state(System.nanoTime())))
                    .isEqualTo(ReplicaStatus.State.STALLED);
            assertThat(rig.calls(first, "retry")).isPositive();
            assertThat(rig.calls(second, "answered")).isEqualTo(2);
        }
    }

    @Test
    void oneThatHadStalledTakesCallsAgainOnceItAnswersAProbe() throws Exception {
        first.hold();
        try (var rig = new JudgeRig(LONG, Duration.ofMillis(200), first, second)) {
            ask(rig, null);
            ask(rig, null);
            first.let(1_000);

            await().untilAsserted(() -> {
                ask(rig, null);
                assertThat(rig.calls(first, "answered")).isPositive();
            });
        }
    }

    @Test
    void aCallThatTheServerDropsIsMadeAgainOnTheOnlyReplica() throws Exception {
        first.resettingOnce();
        try (var rig = new JudgeRig(LONG, LONG, first)) {
            var answer = ask(rig, null);

            assertThat(answer.attempts()).isEqualTo(2);
            assertThat(first.requests).containsExactly(JudgeRig.ID + "/1", JudgeRig.ID + "/2");
        }
    }

    @Test
    void aLiveCallEndsAtItsDeadlineAndTheQuestionGoesOnElsewhere() throws Exception {
        first.hold();
        try (var rig = new JudgeRig(LONG, LONG, first, second)) {
            for (int i = 0; i < 2; i++) {
                var answer = ask(rig, Instant.now().plusSeconds(2));

                assertThat(answer.replica()).isEqualTo(name(second));
            }
            var silent = replica(rig, first);
            assertThat(rig.pool.underLock(() -> silent.state(System.nanoTime())))
                    .isEqualTo(ReplicaStatus.State.READY);
        }
    }

    @Test
    void aLateAnswerIsStillWanted() throws Exception {
        try (var rig = new JudgeRig(LONG, LONG, first)) {
            assertThat(ask(rig, Instant.now().minusSeconds(60)).completion().content())
                    .isEqualTo(StubReplica.GOOD);
        }
    }

    @Test
    void howLongAnAnswerTakesIsKnownAfterTwentyOfThem() throws Exception {
        first.answering(body -> {
            sleep();
            return StubReplica.GOOD;
        });
        try (var rig = new JudgeRig(LONG, LONG, first)) {
            assertThat(rig.judge.usualTime()).isZero();
            for (int i = 0; i < 20; i++) {
                ask(rig, null);
            }

            await().untilAsserted(() -> assertThat(rig.judge.usualTime()).isPositive());
        }
    }

    @Test
    void waitsForPermitsAreTimedByLane() throws Exception {
        try (var rig = new JudgeRig(LONG, LONG, first)) {
            rig.judge.ask(JudgeRig.question(Lane.BULK));

            var waits = rig.meters.get("judge.permit.wait");
            assertThat(waits.tag("lane", "bulk").timer().count()).isEqualTo(1);
            assertThat(rig.meters.get("judge.inflight").gauge().value()).isZero();
            assertThat(rig.meters.get("judge.bulk.paused").gauge().value()).isZero();
            assertThat(rig.meters
                            .get("judge.waiting")
                            .tag("lane", "live")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer ask(JudgeRig rig, @Nullable Instant deadline) throws InterruptedException {
        return rig.judge.ask(JudgeRig.question(Lane.LIVE, Instant.now(), deadline));
    }

    private static Replica replica(JudgeRig rig, StubReplica stub) {
        return rig.pool.replicas().stream()
                .filter(replica -> replica.name().equals(name(stub)))
                .findFirst()
                .orElseThrow();
    }

    private static String name(StubReplica replica) {
        return "127.0.0.1:" + replica.port();
    }
}
