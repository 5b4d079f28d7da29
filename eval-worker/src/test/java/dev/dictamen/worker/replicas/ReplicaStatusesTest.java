package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaStatusesTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final PermitRequest WANTED = new PermitRequest(Lane.LIVE, NOON, 100, null, null);

    private final ReplicaPool pool = new ReplicaPool(
            Properties.of(List.of(URI.create("http://gpu:1")), 1, 0.7),
            new JudgeMetrics(new SimpleMeterRegistry()),
            CLOCK);

    @Test
    void anIdleReplicaIsReadyAndHasNoPaceYet() {
        assertThat(status())
                .isEqualTo(new ReplicaStatus(
                        "gpu:1",
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
        var permit = pool.acquire(WANTED);
        pool.releaseAnswered(permit, true);
        permit.replica().statistics().answered(20, 5, System.nanoTime());
        pool.says(permit.replica(), new Load(1, 4, null, null));

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
        pool.acquire(WANTED);
        assertThat(pool.order("gpu:1", true)).isTrue();
        assertThat(pool.order("elsewhere:1", true)).isFalse();

        assertThat(status().state()).isEqualTo(ReplicaStatus.State.DRAINING);
        assertThat(status().inFlight()).isEqualTo(1);
    }

    private ReplicaStatus status() {
        return new ReplicaStatuses(pool, new WorkerProperties("worker-1", 8), CLOCK)
                .now()
                .getFirst();
    }
}
