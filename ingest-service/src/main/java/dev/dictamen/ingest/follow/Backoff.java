package dev.dictamen.ingest.follow;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** How long to pause between attempts: a second, then twice as long each time, half a minute at most. For one thread. */
final class Backoff {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 30_000;

    private BackOffExecution execution = start();
    private int failures;

    private static BackOffExecution start() {
        var doubling = new ExponentialBackOff(FIRST_MS, 2);
        doubling.setMaxInterval(LONGEST_MS);
        return doubling.start();
    }

    /** One more attempt failed: how long to pause. */
    Duration next() {
        failures++;
        return Duration.ofMillis(execution.nextBackOff());
    }

    /** Attempts that failed one after another. */
    int failures() {
        return failures;
    }

    /** All went well for a while. */
    void reset() {
        execution = start();
        failures = 0;
    }
}
