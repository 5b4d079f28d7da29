package dev.dictamen.worker.replicas;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notices the replica that says it is well and finishes nothing: calls are under way, and for a time none was answered and
 * no token was generated. One that does not tell its tokens is given twice the time. Guarded by its pool's lock.
 */
final class StallWatch {
    private final long afterNanos;
    private long progressAtNanos;
    private boolean tellsTokens;
    private long tokens;

    StallWatch(Duration after) {
        this.afterNanos = after.toNanos();
    }

    /** A call was answered, or is the first that is under way. */
    void progressed(long nowNanos) {
        progressAtNanos = nowNanos;
    }

    /** Fewer tokens than before are progress, too: it has started again. */
    void saw(@Nullable Long generatedTokens, long nowNanos) {
        tellsTokens = generatedTokens != null;
        if (generatedTokens != null && generatedTokens != tokens) {
            tokens = generatedTokens;
            progressAtNanos = nowNanos;
        }
    }

    boolean isStalled(boolean underWay, long nowNanos) {
        long limit = tellsTokens ? afterNanos : 2 * afterNanos;
        return underWay && nowNanos - progressAtNanos >= limit;
    }
}
