package dev.dictamen.ingest.follow;

import java.time.Duration;

/** Waits between attempts: a second, then twice as long each time, half a minute at most. For one thread. */
final class Retry {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;
    private int failures;

    /** How long the next pause is. */
    Duration next() {
        return next;
    }

    /** Attempts that failed one after another. */
    int failures() {
        return failures;
    }

    void pause() throws InterruptedException {
        failures++;
        var now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
        Thread.sleep(now);
    }

    /** All went well for a while. */
    void reset() {
        next = FIRST;
        failures = 0;
    }
}
