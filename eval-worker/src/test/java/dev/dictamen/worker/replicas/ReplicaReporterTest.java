package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Usage;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class ReplicaReporterTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final PermitRequest WANTED =
            new PermitRequest(Lane.LIVE, NOON, 100, null, null, PermitRequest.Past.CLEAN);

    private static final Completion BY_SIMULATOR =
            new Completion("{}", null, "stop", null, "vllm-simulator-1", new Usage(10, 0, 0, 5));

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
                        new ReplicaStatus.Bulk(1, false, null),
                        false,
                        null,
                        NOON));
    }

    @Test
    void whatItAnsweredAndItsQueueAreReported() throws Exception {
        var permit = pool.acquire(WANTED);
        pool.end(permit, new Ending.Answered(BY_SIMULATOR));
        pool.noteLoad(permit.replica(), new Load(1, 4, null, null));

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
        var producers = new DefaultKafkaProducerFactory<String, Object>(Map.of());
        return new ReplicaReporter(
                        pool,
                        new KafkaTemplate<>(producers),
                        ContractTopics.ALL,
                        new WorkerProperties("worker-1", 8),
                        CLOCK)
                .statusOf(pool.replicas().getFirst());
    }
}
