package dev.dictamen.ingest.follow;

import java.time.Duration;

/** Says once in a span that it is time; the first time when a span has passed. For one thread. */
final class Turns {
    private final long spanNanos;
    private long dueAtNanos;

    Turns(Duration span) {
        this.spanNanos = span.toNanos();
        this.dueAtNanos = System.nanoTime() + spanNanos;
    }

    boolean isDue() {
        if (System.nanoTime() - dueAtNanos < 0) {
            return false;
        }
        dueAtNanos = System.nanoTime() + spanNanos;
        return true;
    }
}
