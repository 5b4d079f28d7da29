package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Lane;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The permits of all replicas. A free one goes to the most urgent lane that waits, within a lane first come first served;
 * among replicas to the one with the least under way, in turn when several have. Safe for all threads.
 */
@Component
class ReplicaPool {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaPool.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Lane, Queue<Waiter>> waiting = new EnumMap<>(Lane.class);
    private final List<Replica> replicas;
    private final int cap;
    private final int bulkCap;
    private int turn;

    ReplicaPool(VllmProperties properties) {
        this.replicas = properties.replicas().stream().map(Replica::new).toList();
        this.cap = properties.maxInFlightPerReplica();
        this.bulkCap = properties.maxBulkInFlightPerReplica();
        for (var lane : Lane.values()) {
            waiting.put(lane, new ArrayDeque<>());
        }
    }

    /**
     * Waits for a permit. A preferred replica is taken when it is free; one to avoid, having just failed, only when no other
     * is.
     */
    Replica acquire(Lane lane, @Nullable String preferred, @Nullable String avoided) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var waiter = new Waiter(lock.newCondition(), preferred, avoided);
            queue(lane).add(waiter);
            serve();
            try {
                while (waiter.given == null) {
                    waiter.turn.await();
                }
            } catch (InterruptedException e) {
                giveUp(lane, waiter);
                throw e;
            }
            return waiter.given;
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(Lane lane, Waiter waiter) {
        queue(lane).remove(waiter);
        if (waiter.given != null) {
            waiter.given.end(lane);
            serve();
        }
    }

    /** Gives the permit back after an answer. */
    void releaseAnswered(Replica replica, Lane lane, boolean simulated) {
        change(() -> {
            replica.end(lane);
            answered(replica, simulated);
        });
    }

    private static void answered(Replica replica, boolean simulated) {
        if (replica.answered(simulated)) {
            LOG.info("replica={} state=ready", replica.name());
        }
    }

    /** Gives the permit back after a call that the replica is to blame for. */
    void releaseFailed(Replica replica, Lane lane, CallOutcome.Retry retry) {
        change(() -> {
            replica.end(lane);
            failed(replica, retry);
        });
    }

    private static void failed(Replica replica, CallOutcome.Retry retry) {
        if (replica.failed(retry.trouble(), System.nanoTime())) {
            LOG.warn(
                    "replica={} state=unreachable trouble={} cause={}", replica.name(), retry.trouble(), retry.cause());
        }
    }

    /** Gives the permit back after a call that says nothing of the replica: it was stopped by us, or refused. */
    void release(Replica replica, Lane lane) {
        change(() -> replica.end(lane));
    }

    /** Whether the replica's last call was answered: a failure now is more likely the question's fault. */
    boolean hasJustAnswered(Replica replica) {
        lock.lock();
        try {
            return replica.hasJustAnswered();
        } finally {
            lock.unlock();
        }
    }

    /** Notes what a health check saw. A server may say that it is well and yet not answer: only an answer closes a breaker. */
    void checked(Replica replica, boolean healthy) {
        change(() -> {
            if (healthy) {
                replica.isWell(System.nanoTime());
            } else {
                failed(replica, new CallOutcome.Retry(CallOutcome.Trouble.UNREACHABLE, "no health"));
            }
        });
    }

    /** Looks again who can be served: a breaker's pause may be over. */
    void wake() {
        change(() -> {});
    }

    <T> List<T> describe(Function<Replica, T> description) {
        lock.lock();
        try {
            return replicas.stream().map(description).toList();
        } finally {
            lock.unlock();
        }
    }

    List<Replica> replicas() {
        return replicas;
    }

    int cap() {
        return cap;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            serve();
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        for (var lane : Lane.values()) {
            var queue = queue(lane);
            while (!queue.isEmpty()) {
                var replica = choose(lane, queue.peek());
                if (replica == null) {
                    break;
                }
                replica.begin(lane);
                var waiter = queue.remove();
                waiter.given = replica;
                waiter.turn.signal();
            }
        }
    }

    private @Nullable Replica choose(Lane lane, Waiter waiter) {
        long now = System.nanoTime();
        @Nullable Replica best = null;
        turn = (turn + 1) % replicas.size();
        for (int i = 0; i < replicas.size(); i++) {
            var replica = replicas.get((turn + i) % replicas.size());
            boolean isFree = replica.takes(lane, cap, bulkCap, now);
            if (isFree && (best == null || waiter.rank(replica) < waiter.rank(best))) {
                best = replica;
            }
        }
        return best;
    }

    private Queue<Waiter> queue(Lane lane) {
        return Objects.requireNonNull(waiting.get(lane));
    }

    private static final class Waiter {
        private final Condition turn;
        private final @Nullable String preferred;
        private final @Nullable String avoided;
        private @Nullable Replica given;

        Waiter(Condition turn, @Nullable String preferred, @Nullable String avoided) {
            this.turn = turn;
            this.preferred = preferred;
            this.avoided = avoided;
        }

        /** The lower, the better for this waiter. */
        int rank(Replica replica) {
            if (replica.name().equals(avoided)) {
                return Integer.MAX_VALUE;
            }
            return replica.name().equals(preferred) ? -1 : replica.inFlight();
        }
    }
}
