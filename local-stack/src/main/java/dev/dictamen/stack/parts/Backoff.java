package dev.dictamen.stack.parts;

import java.time.Duration;

/** How long to wait before a dead child is started again: doubles to a limit, and starts over after a long life. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofSeconds(60);

    private Duration next = FIRST;

    Duration after(Duration lived) {
        var delay = lived.compareTo(LONG_LIFE) >= 0 ? FIRST : next;
        var doubled = delay.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return delay;
    }
}
