package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Lane;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The permits of all replicas. A free one goes to the most urgent lane that waits, within a lane to the oldest chat; among
 * replicas to the one with the least outstanding weight, in turn when several have. Safe for all threads.
 */
@Component
public class ReplicaPool {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaPool.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Lane, NavigableSet<Waiter>> waiting = new EnumMap<>(Lane.class);
    private final List<Replica> replicas;
    private final BulkPause bulkPause;
    private final JudgeMetrics metrics;
    private final Clock clock;
    private long arrivals;
    private int turn;

    public ReplicaPool(ReplicaProperties properties, JudgeMetrics metrics, Clock clock) {
        this.replicas = properties.replicas().stream()
                .map(address -> new Replica(address, properties))
                .toList();
        this.bulkPause = new BulkPause(properties.bulkPauseAfter());
        this.metrics = metrics;
        this.clock = clock;
        for (var lane : Lane.values()) {
            waiting.put(lane, new TreeSet<>(Waiter.OLDEST_FIRST));
            metrics.watchWaiting(lane, () -> look(() -> queue(lane).size()));
        }
        replicas.forEach(replica -> metrics.watch(replica, () -> look(replica::inFlight)));
        metrics.watchPause(() -> bulkPause.isOn() ? 1 : 0);
    }

    /** Waits for a permit, which must be given back. */
    public Permit acquire(PermitRequest request) throws InterruptedException {
        long from = System.nanoTime();
        lock.lockInterruptibly();
        try {
            var waiter = new Waiter(request, arrivals++, lock.newCondition());
            queue(request.lane()).add(waiter);
            serve();
            try {
                var permit = waiter.await();
                metrics.waited(request.lane(), System.nanoTime() - from);
                return permit;
            } catch (InterruptedException e) {
                giveUp(waiter);
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(Waiter waiter) {
        queue(waiter.request().lane()).remove(waiter);
        var given = waiter.given();
        if (given != null) {
            given.replica().end(given);
            serve();
        }
    }

    /** Notes that a live chat wants its verdict, from its question to its answer: bulk work makes way for an old one. */
    public void opened(Instant since) {
        change(() -> bulkPause.opened(since));
    }

    public void closed(Instant since) {
        change(() -> bulkPause.closed(since));
    }

    /** Gives the permit back after an answer. */
    public void releaseAnswered(Permit permit, boolean simulated) {
        change(() -> {
            long now = System.nanoTime();
            var replica = permit.replica();
            replica.end(permit);
            if (replica.answered(simulated, now)) {
                LOG.info("replica={} state={}", replica.name(), replica.state(now));
            }
        });
    }

    /** Gives the permit back after a call that the replica is to blame for. */
    public void releaseFailed(Permit permit, Trouble trouble, String cause) {
        change(() -> {
            permit.replica().end(permit);
            failed(permit.replica(), trouble, cause);
        });
    }

    /**
     * Gives the permit back after a refusal. True when the question is to blame: the replica had answered the one before. A
     * replica that refuses one after another is to blame itself.
     */
    public boolean releaseRefused(Permit permit, String cause) {
        lock.lock();
        try {
            boolean wasWell = permit.replica().hasJustAnswered();
            permit.replica().end(permit);
            failed(permit.replica(), Trouble.REFUSING, cause);
            serve();
            return wasWell;
        } finally {
            lock.unlock();
        }
    }

    private static void failed(Replica replica, Trouble trouble, String cause) {
        if (replica.failed(trouble, System.nanoTime())) {
            LOG.warn("replica={} state=unreachable trouble={} cause={}", replica.name(), trouble, cause);
        }
    }

    /** Gives the permit back after a call that says nothing of the replica: it was stopped by us. */
    public void release(Permit permit) {
        change(() -> permit.replica().end(permit));
    }

    /** Notes what a health check saw. A server may say that it is well and yet not answer: only an answer closes a breaker. */
    public void checked(Replica replica, boolean healthy) {
        change(() -> {
            if (healthy) {
                replica.isWell(System.nanoTime());
            } else {
                failed(replica, Trouble.UNREACHABLE, "no health");
            }
        });
    }

    /** Notes what a server says of its load. */
    public void says(Replica replica, Load load) {
        change(() -> replica.says(load, System.nanoTime()));
    }

    /** Takes a replica out or back in, as a person ordered. False when there is no such replica. */
    boolean order(String name, boolean drain) {
        var found = replicas.stream().filter(one -> one.name().equals(name)).findFirst();
        found.ifPresent(replica -> change(() -> {
            long now = System.nanoTime();
            if (drain ? replica.drain() : replica.resume(now)) {
                LOG.info("replica={} state={}", name, replica.state(now));
            }
        }));
        return found.isPresent();
    }

    /** Looks again who can be served: a breaker's pause may be over. Breaks off the calls of replicas that have stalled. */
    public void wake() {
        List<Permit> lost = look(() ->
                replicas.stream().flatMap(replica -> stalled(replica).stream()).toList());
        lost.forEach(Permit::stop);
        change(() -> {});
    }

    private static List<Permit> stalled(Replica replica) {
        var lost = replica.stalled(System.nanoTime());
        if (!lost.isEmpty()) {
            LOG.warn("replica={} state=stalled calls={}", replica.name(), lost.size());
        }
        return lost;
    }

    /** What this comes to while nothing changes. */
    public <T> T look(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    public List<Replica> replicas() {
        return replicas;
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

    /**
     * The most urgent first. Where one cannot be served nobody behind it can, bulk work included, unless it only waits for
     * another replica than the one that is free.
     */
    private void serve() {
        long now = System.nanoTime();
        boolean pausesBulk = bulkPause.look(clock.instant());
        for (var lane : Lane.values()) {
            var paused = lane == Lane.BULK && pausesBulk;
            for (var waiters = queue(lane).iterator(); waiters.hasNext(); ) {
                var waiter = waiters.next();
                var replica = paused ? null : choose(waiter, now);
                if (replica != null) {
                    waiters.remove();
                    waiter.give(replica.begin(waiter.request(), now));
                } else if (paused || waiter.request().avoided() == null) {
                    return;
                }
            }
        }
    }

    private @Nullable Replica choose(Waiter waiter, long now) {
        boolean isChoosy = replicas.stream().anyMatch(replica -> replica.isSound() && !waiter.avoids(replica));
        @Nullable Replica best = null;
        double bestRank = 0;
        turn++;
        for (int i = 0; i < replicas.size(); i++) {
            var replica = replicas.get(Math.floorMod(turn + i, replicas.size()));
            boolean isTaken = replica.takes(waiter.request().lane(), now) && !(isChoosy && waiter.avoids(replica));
            if (isTaken) {
                double rank = waiter.rank(replica);
                if (best == null || rank < bestRank) {
                    best = replica;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private NavigableSet<Waiter> queue(Lane lane) {
        return Objects.requireNonNull(waiting.get(lane));
    }
}
