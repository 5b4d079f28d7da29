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

/**
 * The permits of all replicas. A free one goes to the most urgent lane that waits, within a lane to the oldest chat; among
 * replicas to the one with the least outstanding weight, in turn when several have. Safe for all threads.
 */
public class ReplicaPool {
    private static final Logger log = LoggerFactory.getLogger(ReplicaPool.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Lane, NavigableSet<Waiter>> waiting = new EnumMap<>(Lane.class);
    private final List<Replica> replicas;
    private final BulkPause bulkPause;
    private final JudgeMetrics metrics;
    private final Clock clock;
    private long arrivals;
    private int turn;

    public ReplicaPool(ReplicaProperties properties, JudgeMetrics metrics, Clock clock) {
        if (properties.replicas().isEmpty()) {
            throw new IllegalArgumentException(
                    "JUDGE_REPLICAS: no model server is named; LLM_ENABLED=off lets rules judge without one");
        }
        this.replicas = properties.replicas().stream()
                .map(address -> new Replica(address, properties))
                .toList();
        this.bulkPause = new BulkPause(properties.bulk().pauseAfter());
        this.metrics = metrics;
        this.clock = clock;
        for (var lane : Lane.values()) {
            waiting.put(lane, new TreeSet<>(Waiter.OLDEST_FIRST));
            metrics.watchWaiting(lane, () -> underLock(() -> queue(lane).size()));
        }
        for (var replica : replicas) {
            metrics.watch(replica, () -> underLock(replica::inFlight));
            metrics.watchBulkCap(replica, () -> underLock(() -> replica.bulkCap(System.nanoTime())));
        }
        metrics.watchPause(() -> bulkPause.isOn() ? 1 : 0);
    }

    /**
     * Waits for a permit, makes the call with it, and takes the permit back however the call ends, once: what it came to is
     * told to its replica and counted.
     *
     * @throws InterruptedException when the caller is told to stop, waiting or calling
     */
    public EndedCall call(PermitRequest request, Call call) throws InterruptedException {
        var permit = acquire(request);
        Ending ending = new Ending.Stopped();
        boolean blamesQuestion;
        try {
            ending = call.make(permit);
        } finally {
            blamesQuestion = end(permit, ending);
        }
        return new EndedCall(ending, permit.replica().name(), permit.isControl(), blamesQuestion);
    }

    /** A call to the replica that the permit is for. */
    public interface Call {
        Ending make(Permit permit) throws InterruptedException;
    }

    /** Waits for a permit, for which {@link #end} must be called. */
    Permit acquire(PermitRequest request) throws InterruptedException {
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
            given.replica().end(given, System.nanoTime());
            serve();
        }
    }

    /** Takes the permit back; a second time changes nothing. True when the question is to blame ({@link EndedCall}). */
    boolean end(Permit permit, Ending ending) {
        boolean blamesQuestion;
        lock.lock();
        try {
            long now = System.nanoTime();
            if (!permit.replica().end(permit, now)) {
                return false;
            }
            blamesQuestion = Blame.of(permit, ending, now);
            serve();
        } finally {
            lock.unlock();
        }
        metrics.ended(permit.replica().name(), ending);
        return blamesQuestion;
    }

    private static String wordOf(Replica replica, long now) {
        return replica.state(now).word();
    }

    /** Notes that a live chat wants its verdict, until it has it: bulk work makes way for an old one. */
    public void liveChatWaits(Instant since) {
        change(() -> bulkPause.opened(since));
    }

    public void liveChatWaitsNoMore(Instant since) {
        change(() -> bulkPause.closed(since));
    }

    /** Notes what a health check saw. A server may say that it is well and yet not answer: only an answer closes a breaker. */
    public void noteHealth(Replica replica, boolean healthy) {
        change(() -> {
            if (healthy) {
                replica.noteWell(System.nanoTime());
            } else {
                Blame.replica(replica, Trouble.UNREACHABLE, "no health");
            }
        });
    }

    /** Notes what a server says of its load. */
    public void noteLoad(Replica replica, Load load) {
        change(() -> replica.noteLoad(load, System.nanoTime()));
    }

    /** Takes a replica out or back in, as a person ordered. False when there is no such replica. */
    boolean order(String name, boolean drain) {
        var found = replicas.stream().filter(one -> one.name().equals(name)).findFirst();
        found.ifPresent(replica -> change(() -> {
            long now = System.nanoTime();
            if (drain ? replica.drain() : replica.resume(now)) {
                log.info("event=replica-state replica={} state={}", name, wordOf(replica, now));
            }
        }));
        return found.isPresent();
    }

    /** Looks again who can be served: a breaker's pause may be over. Breaks off the calls of replicas that have stalled. */
    public void wake() {
        List<Permit> lost = underLock(() ->
                replicas.stream().flatMap(replica -> stalled(replica).stream()).toList());
        lost.forEach(Permit::stop);
        change(() -> {});
    }

    private static List<Permit> stalled(Replica replica) {
        var lost = replica.stalled(System.nanoTime());
        if (!lost.isEmpty()) {
            log.warn("event=replica-state replica={} state=stalled calls={}", replica.name(), lost.size());
        }
        return lost;
    }

    /** What this comes to while nothing changes. */
    public <T> T underLock(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether bulk waits for an old live chat. */
    boolean isBulkPaused() {
        return bulkPause.isOn();
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
            boolean isTaken = replica.takes(waiter.request(), now) && !(isChoosy && waiter.avoids(replica));
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
