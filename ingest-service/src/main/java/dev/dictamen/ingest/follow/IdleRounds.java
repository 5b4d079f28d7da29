package dev.dictamen.ingest.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs the idle closer now and then, where it is turned on: ten times in the idle span, and at least once a minute. */
final class IdleRounds {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final @Nullable IdleCloser closer;
    private final Duration every;
    private final Clock clock;
    private Instant dueAt;

    IdleRounds(SourceParts parts, SourceParts.Given given) {
        var idle = given.source().idleCloseAfter();
        this.clock = given.clock();
        this.closer = idle == null ? null : new IdleCloser(parts, idle, clock);
        this.every = idle == null || idle.dividedBy(10).compareTo(LONGEST) > 0 ? LONGEST : idle.dividedBy(10);
        this.dueAt = clock.instant();
    }

    void runWhenDue() throws InterruptedException {
        if (closer != null && !clock.instant().isBefore(dueAt)) {
            closer.run();
            dueAt = clock.instant().plus(every);
        }
    }
}
