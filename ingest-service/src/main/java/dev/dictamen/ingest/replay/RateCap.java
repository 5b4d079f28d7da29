package dev.dictamen.ingest.replay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token bucket: how many chats a replay may send now. For one thread. */
final class RateCap {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();
    /** What may be made good after a pause. */
    private static final double MOST_SECONDS_SAVED = 0.5;

    private @Nullable Double perSecond;
    private double tokens = 1;
    private long filledAtNanos;

    RateCap(long nowNanos) {
        this.filledAtNanos = nowNanos;
    }

    /** Null for no bound. */
    void set(@Nullable Double chatsPerSecond) {
        perSecond = chatsPerSecond;
    }

    /** One that was taken was not sent. */
    void giveBack() {
        tokens++;
    }

    /** Whether one may be sent; it counts as sent then. */
    boolean take(long nowNanos) {
        if (perSecond == null) {
            return true;
        }
        double filled = (nowNanos - filledAtNanos) / NANOS * perSecond;
        filledAtNanos = nowNanos;
        tokens = Math.min(Math.max(1, perSecond * MOST_SECONDS_SAVED), tokens + filled);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
