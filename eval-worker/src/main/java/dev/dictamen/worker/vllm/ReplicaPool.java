package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Lane;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The permits of all replicas. A free one goes to the most urgent lane that waits, within a lane first come first served;
 * among replicas to the one with the least under way. Safe for all threads.
 */
@Component
class ReplicaPool {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Lane, Queue<Waiter>> waiting = new EnumMap<>(Lane.class);
    private final List<Replica> replicas;
    private final int cap;
    private final int bulkCap;

    ReplicaPool(VllmProperties properties) {
        this.replicas = properties.replicas().stream().map(Replica::new).toList();
        this.cap = properties.maxInFlightPerReplica();
        this.bulkCap = properties.maxBulkInFlightPerReplica();
        for (var lane : Lane.values()) {
            waiting.put(lane, new ArrayDeque<>());
        }
    }

    /** Waits for a permit. A preferred replica is taken when it can be had at once. */
    Replica acquire(Lane lane, @Nullable String preferred) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var waiter = new Waiter(lock.newCondition(), preferred);
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
            replica.answered(simulated);
        });
    }

    /** Gives the permit back after a call that the replica is to blame for. */
    void releaseFailed(Replica replica, Lane lane) {
        change(() -> {
            replica.end(lane);
            replica.failed(System.nanoTime());
        });
    }

    /** Gives the permit back after a call that was stopped by us. */
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

    /** Notes what a health check saw. */
    void checked(Replica replica, boolean healthy) {
        change(() -> {
            if (!healthy) {
                replica.failed(System.nanoTime());
            } else if (replica.isOpen()) {
                replica.answered(replica.isSimulated());
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
                var replica = choose(lane, queue.peek().preferred);
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

    private @Nullable Replica choose(Lane lane, @Nullable String preferred) {
        long now = System.nanoTime();
        var free = replicas.stream()
                .filter(replica -> replica.takes(lane, cap, bulkCap, now))
                .toList();
        return free.stream()
                .filter(replica -> replica.name().equals(preferred))
                .findFirst()
                .or(() -> free.stream().min(Comparator.comparingInt(Replica::inFlight)))
                .orElse(null);
    }

    private Queue<Waiter> queue(Lane lane) {
        return Objects.requireNonNull(waiting.get(lane));
    }

    private static final class Waiter {
        private final Condition turn;
        private final @Nullable String preferred;
        private @Nullable Replica given;

        Waiter(Condition turn, @Nullable String preferred) {
            this.turn = turn;
            this.preferred = preferred;
        }
    }
}
