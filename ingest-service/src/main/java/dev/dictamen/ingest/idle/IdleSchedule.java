package dev.dictamen.ingest.idle;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.SourceChats;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the idle closer now and then, where it is turned on: ten times in the idle span, and at least once a minute. */
@SourceComponent
public class IdleSchedule {
    private static final Logger log = LoggerFactory.getLogger(IdleSchedule.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final @Nullable IdleCloser closer;
    private final Duration every;
    private final Clock clock;
    private Instant dueAt = Instant.MIN;

    IdleSchedule(SourceProperties source, SourceChats chats, ChatReading reading, Clock clock) {
        var idle = source.idleCloseAfter();
        this.clock = clock;
        this.closer = idle == null ? null : new IdleCloser(chats, reading, idle, clock);
        this.every = idle == null || idle.dividedBy(10).compareTo(LONGEST) > 0 ? LONGEST : idle.dividedBy(10);
    }

    /** Looks at every open chat once, where that is due. */
    public void runWhenDue() throws InterruptedException {
        if (closer != null && !clock.instant().isBefore(dueAt)) {
            dueAt = clock.instant().plus(every);
            run(closer);
        }
    }

    /** What keeps it from looking ends nothing but the look. */
    private static void run(IdleCloser closer) throws InterruptedException {
        try {
            closer.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.warn("event=source-idle-failed reason=\"{}\"", e.toString());
        }
    }
}
