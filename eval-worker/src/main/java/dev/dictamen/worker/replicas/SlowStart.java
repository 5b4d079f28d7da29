package dev.dictamen.worker.replicas;

import java.time.Duration;

/** Lets the cap of a replica that comes back grow evenly from an eighth to the whole. Guarded by its pool's lock. */
final class SlowStart {
    private static final int FIRST_SHARE = 8;

    private final long lengthNanos;
    private boolean on;
    private long beganNanos;

    /** Zero: the cap is whole at once. */
    SlowStart(Duration length) {
        this.lengthNanos = length.toNanos();
    }

    void begin(long nowNanos) {
        on = lengthNanos > 0;
        beganNanos = nowNanos;
    }

    boolean isOn(long nowNanos) {
        on = on && nowNanos - beganNanos < lengthNanos;
        return on;
    }

    int cap(int whole, long nowNanos) {
        if (!isOn(nowNanos)) {
            return whole;
        }
        int first = Math.max(1, whole / FIRST_SHARE);
        double part = (double) (nowNanos - beganNanos) / lengthNanos;
        return first + (int) ((whole - first) * part);
    }
}
