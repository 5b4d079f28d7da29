package dev.dictamen.ingest.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.ReplicaStatus.Bulk;
import dev.dictamen.contract.ReplicaStatus.ServiceTime;
import dev.dictamen.contract.ReplicaStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulkCapacityTest {
    private static final ServiceTime FLAT = new ServiceTime(400, 20, 0);

    @Test
    void slotsOverTheTimeThatACallTakesBesideAllOthersIsThePace() {
        var capacity = BulkCapacity.of(List.of(
                report("gpu-1", State.READY, new Bulk(40, false, FLAT)),
                report("gpu-2", State.READY, new Bulk(40, false, new ServiceTime(400, 19, 10)))));

        assertThat(capacity.replicas()).isEqualTo(2);
        assertThat(capacity.slots()).isEqualTo(80);
        var pace = Objects.requireNonNull(capacity.pace());
        assertThat(pace.chatsPerSecond()).isCloseTo(40 / 0.4 + 40 / 0.6, within(1e-9));
        assertThat(pace.secondsAChat()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void twoWorkersOnOneReplicaSlowEachOtherDown() {
        var bulk = new Bulk(20, false, new ServiceTime(400, 19, 10));

        var pace = BulkCapacity.of(List.of(
                        report("gpu-1", "worker-1", State.READY, bulk), report("gpu-1", "worker-2", State.READY, bulk)))
                .pace();

        assertThat(Objects.requireNonNull(pace).chatsPerSecond()).isCloseTo(40 / 0.6, within(1e-9));
    }

    @Test
    void aReplicaThatNeverAnsweredIsTakenToBeAsFastAsTheOthers() {
        var capacity = BulkCapacity.of(List.of(
                report("gpu-1", State.READY, new Bulk(40, false, FLAT)),
                report("gpu-2", State.STARTING, new Bulk(10, false, null))));

        assertThat(Objects.requireNonNull(capacity.pace()).chatsPerSecond()).isCloseTo(125, within(1e-9));
    }

    @Test
    void whatWasNeverMeasuredHasNoPace() {
        assertThat(BulkCapacity.of(List.of(report("gpu-1", State.READY, new Bulk(40, true, null)))))
                .isEqualTo(new BulkCapacity(1, 40, true, null));
    }

    @Test
    void aReplicaThatTakesNoCallsAndOneOfAnOlderWorkerDoNotCount() {
        assertThat(BulkCapacity.of(List.of(
                        report("gpu-1", State.DRAINING, new Bulk(40, false, FLAT)),
                        report("gpu-2", State.UNREACHABLE, new Bulk(40, false, FLAT)),
                        report("gpu-3", State.READY, null))))
                .isEqualTo(BulkCapacity.NONE);
    }

    private static ReplicaStatus report(String replica, State state, @Nullable Bulk bulk) {
        return report(replica, "worker-1", state, bulk);
    }

    private static ReplicaStatus report(String replica, String worker, State state, @Nullable Bulk bulk) {
        return new ReplicaStatus(
                replica,
                worker,
                state,
                ReplicaStatus.Breaker.CLOSED,
                0,
                64,
                ReplicaStatus.Pace.NONE,
                bulk,
                false,
                null,
                Instant.EPOCH);
    }
}
