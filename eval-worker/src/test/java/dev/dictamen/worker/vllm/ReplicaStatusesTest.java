package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.evaluate.Lane;
import dev.dictamen.worker.publish.WorkerProperties;
import dev.dictamen.worker.testing.StubReplica;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicaStatusesTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private StubReplica stub;
    private JudgeRig rig;

    @BeforeEach
    void start() throws IOException {
        stub = StubReplica.start();
        rig = new JudgeRig(Duration.ofSeconds(30), Duration.ofSeconds(10), stub);
    }

    @AfterEach
    void stop() {
        rig.close();
        stub.close();
    }

    @Test
    void anIdleReplicaIsReadyAndHasNoPaceYet() {
        assertThat(status())
                .isEqualTo(new ReplicaStatus(
                        "127.0.0.1:" + stub.port(),
                        "worker-1",
                        ReplicaStatus.State.READY,
                        ReplicaStatus.Breaker.CLOSED,
                        0,
                        1,
                        ReplicaStatus.Pace.NONE,
                        false,
                        NOON));
    }

    @Test
    void whatItAnsweredAndItsQueueAreReported() throws Exception {
        rig.judge.ask(JudgeRig.question(Lane.LIVE));
        var replica = rig.pool.replicas().getFirst();
        rig.pool.says(replica, new Load(1, 4, null, null));

        var status = status();

        assertThat(status.simulated()).isTrue();
        assertThat(status.pace().answered()).isEqualTo(1);
        assertThat(status.pace().wasted()).isZero();
        assertThat(status.pace().p50Millis())
                .isNotNull()
                .isEqualTo(status.pace().p95Millis());
        assertThat(status.pace().tokensPerSecond()).isPositive();
        assertThat(status.pace().serverWaiting()).isEqualTo(4);
    }

    @Test
    void aDrainedReplicaSaysSoWithItsCallsUnderWay() throws Exception {
        rig.pool.acquire(PermitRequest.of(JudgeRig.question(Lane.LIVE), null));
        assertThat(rig.pool.order("127.0.0.1:" + stub.port(), true)).isTrue();
        assertThat(rig.pool.order("elsewhere:1", true)).isFalse();

        assertThat(status().state()).isEqualTo(ReplicaStatus.State.DRAINING);
        assertThat(status().inFlight()).isEqualTo(1);
    }

    private ReplicaStatus status() {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new ReplicaStatuses(rig.pool, new WorkerProperties("worker-1", 8), clock)
                .now()
                .getFirst();
    }
}
