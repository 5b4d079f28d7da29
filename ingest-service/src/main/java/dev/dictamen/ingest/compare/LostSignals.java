package dev.dictamen.ingest.compare;

import dev.dictamen.ingest.source.SourceComponent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chats that closed and that the log did not name, as comparisons found them: {@code source.reconciled} counts them, from zero.
 * Safe for use by several threads.
 */
@SourceComponent
public class LostSignals {
    /** So long after the last one, it counts as over. */
    private static final Duration OVER_AFTER = Duration.ofMinutes(30);

    private final Counter reconciled;
    private final Clock clock;
    private @Nullable Instant lastAt;
    private int times;

    LostSignals(MeterRegistry registry, Clock clock) {
        this.reconciled = registry.counter("source.reconciled");
        this.clock = clock;
    }

    /** Chats were found and published; {@code isLoss} where the log should have named them by then. */
    synchronized void add(long chats, boolean isLoss) {
        reconciled.increment((double) chats);
        if (isLoss) {
            times = isOver() ? 1 : times + 1;
        }
        lastAt = clock.instant();
    }

    private boolean isOver() {
        return lastAt == null || lastAt.plus(OVER_AFTER).isBefore(clock.instant());
    }

    /** Whether signals are lost again and again: more than once, and not long ago. */
    public synchronized boolean areFrequent() {
        return times > 1 && !isOver();
    }

    /** Chats found and published since the start. */
    public long reconciled() {
        return (long) reconciled.count();
    }

    /** When the last ones were found; empty for none. */
    public synchronized Optional<Instant> lastAt() {
        return Optional.ofNullable(lastAt);
    }
}
