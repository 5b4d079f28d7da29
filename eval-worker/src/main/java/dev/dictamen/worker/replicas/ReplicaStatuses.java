package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.WorkerProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this worker sees of its replicas. */
@Component
class ReplicaStatuses {
    private static final double MEDIAN = 0.5;
    private static final double USUAL = 0.95;

    private final ReplicaPool pool;
    private final WorkerProperties worker;
    private final Clock clock;

    ReplicaStatuses(ReplicaPool pool, WorkerProperties worker, Clock clock) {
        this.pool = pool;
        this.worker = worker;
        this.clock = clock;
    }

    List<ReplicaStatus> now() {
        return pool.replicas().stream().map(this::statusOf).toList();
    }

    private ReplicaStatus statusOf(Replica replica) {
        long now = System.nanoTime();
        var pace = paceOf(replica, now);
        return pool.look(() -> new ReplicaStatus(
                replica.name(),
                worker.id(),
                replica.state(now),
                replica.breaker(now),
                replica.inFlight(),
                replica.cap(now),
                pace,
                replica.isSimulated(),
                clock.instant()));
    }

    private ReplicaStatus.Pace paceOf(Replica replica, long now) {
        var statistics = replica.statistics();
        var times = new Percentiles(statistics.millis(now));
        return new ReplicaStatus.Pace(
                times.at(MEDIAN),
                times.at(USUAL),
                statistics.tokensPerSecond(now),
                statistics.answered(),
                statistics.wastedCalls(),
                pool.look(replica::load).waiting());
    }
}
