package dev.dictamen.ingest.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many outcomes a second came lately: over the last ten seconds, or since the replay went on if that is shorter. For one thread. */
final class Throughput {
    private static final long SPAN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long atNanos, long done) {}

    void note(long done, long nowNanos) {
        samples.add(new Sample(nowNanos, done));
        while (samples.size() > 2 && nowNanos - samples.getFirst().atNanos > SPAN_NANOS) {
            samples.removeFirst();
        }
    }

    void reset() {
        samples.clear();
    }

    /** Whether nothing has come for about as long as is remembered. */
    boolean hasStopped() {
        return samples.size() > 1
                && samples.getLast().atNanos - samples.getFirst().atNanos
                        >= SPAN_NANOS - Duration.ofSeconds(1).toNanos()
                && samples.getLast().done == samples.getFirst().done;
    }

    double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        return (last.done - first.done) * NANOS / Math.max(1, last.atNanos - first.atNanos);
    }
}
