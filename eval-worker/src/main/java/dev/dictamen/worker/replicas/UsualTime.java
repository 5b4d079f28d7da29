package dev.dictamen.worker.replicas;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** How long an answer takes as a rule: the 95th percentile over all replicas, measured again every second. */
public class UsualTime {
    private static final int FEWEST_SAMPLES = 20;
    private static final double SHARE = 0.95;
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final List<ReplicaStatistics> statistics;
    private Duration usual = Duration.ZERO;
    private long measuredNanos = System.nanoTime() - KEPT_NANOS;

    public UsualTime(ReplicaPool pool) {
        this.statistics = pool.replicas().stream().map(Replica::statistics).toList();
    }

    /** Zero while there are too few recent answers to tell. */
    public synchronized Duration now() {
        long now = System.nanoTime();
        if (now - measuredNanos >= KEPT_NANOS) {
            measuredNanos = now;
            usual = measure(now);
        }
        return usual;
    }

    private Duration measure(long now) {
        var all = statistics.stream().flatMapToLong(one -> LongStream.of(one.millis(now)));
        var percentiles = new Percentiles(all.toArray());
        var millis = percentiles.at(SHARE);
        return millis == null || percentiles.count() < FEWEST_SAMPLES ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
