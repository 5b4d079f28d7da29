package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Completion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The calls that ended on one replica: those answered within the last minute, and all counted. Safe for all threads. */
final class ReplicaStatistics {
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MOST_REMEMBERED = 2_000;

    private final Deque<AnsweredCall> recent = new ArrayDeque<>();
    private long answered;
    private long wasted;

    private record AnsweredCall(long endedNanos, long millis, int tokens) {}

    synchronized void ended(Ending ending, long beganNanos, long nowNanos) {
        if (ending instanceof Ending.Answered(Completion completion)) {
            answered(
                    Duration.ofNanos(nowNanos - beganNanos).toMillis(),
                    completion.usage().tokensOut(),
                    nowNanos);
        } else {
            wasted();
        }
    }

    synchronized void answered(long millis, int tokens, long nowNanos) {
        answered++;
        recent.add(new AnsweredCall(nowNanos, millis, tokens));
        forget(nowNanos);
    }

    synchronized void wasted() {
        wasted++;
    }

    synchronized long answered() {
        return answered;
    }

    synchronized long wastedCalls() {
        return wasted;
    }

    /** Milliseconds of the calls that were answered recently. */
    synchronized long[] millis(long nowNanos) {
        forget(nowNanos);
        return recent.stream().mapToLong(AnsweredCall::millis).toArray();
    }

    /** Over the last minute, or the shorter time that is remembered. */
    synchronized double tokensPerSecond(long nowNanos) {
        forget(nowNanos);
        if (recent.isEmpty()) {
            return 0;
        }
        long tokens = recent.stream().mapToLong(AnsweredCall::tokens).sum();
        var first = recent.getFirst();
        long nanos = nowNanos
                - first.endedNanos()
                + Duration.ofMillis(first.millis()).toNanos();
        return (double) tokens
                * Duration.ofSeconds(1).toNanos()
                / Math.max(nanos, Duration.ofSeconds(1).toNanos());
    }

    private void forget(long nowNanos) {
        while (!recent.isEmpty()
                && (recent.size() > MOST_REMEMBERED
                        || nowNanos - recent.getFirst().endedNanos() > WINDOW_NANOS)) {
            recent.removeFirst();
        }
    }
}
