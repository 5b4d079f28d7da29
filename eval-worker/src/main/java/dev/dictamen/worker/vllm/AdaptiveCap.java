package dev.dictamen.worker.vllm;

import java.time.Duration;

/**
 * A cap that follows what a replica bears: one more for as many answers as it is wide, half when the replica is overloaded.
 * Guarded by its pool's lock.
 */
final class AdaptiveCap {
    private static final long BETWEEN_HALVINGS_NANOS = Duration.ofSeconds(1).toNanos();

    private final int most;
    private final boolean adapts;
    private int cap;
    private int answered;
    private boolean halved;
    private long halvedAtNanos;

    /** One that does not adapt stays at its most. */
    AdaptiveCap(int most, boolean adapts) {
        this.most = most;
        this.adapts = adapts;
        this.cap = most;
    }

    int cap() {
        return cap;
    }

    void answered() {
        answered++;
        if (answered >= cap) {
            answered = 0;
            cap = Math.min(most, cap + 1);
        }
    }

    /** Halves the cap, at most once a second: what was under way at a halving says nothing of the new cap. */
    void overloaded(long nowNanos) {
        boolean justHalved = halved && nowNanos - halvedAtNanos < BETWEEN_HALVINGS_NANOS;
        if (adapts && !justHalved) {
            cap = Math.max(1, cap / 2);
            answered = 0;
            halved = true;
            halvedAtNanos = nowNanos;
        }
    }
}
