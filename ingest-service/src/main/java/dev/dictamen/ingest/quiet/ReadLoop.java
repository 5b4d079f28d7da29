package dev.dictamen.ingest.quiet;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceProperties;
import dev.dictamen.kafka.RestartingThread;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads changed chats when they have been quiet, batch by batch, on a thread of its own. A batch that fails is read again
 * until it succeeds, a chat that fails by itself a few times; receipts are given only then.
 */
@SourceComponent
public class ReadLoop extends RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(ReadLoop.class);
    private static final int BATCH = 50;
    /** More chats waiting than this hold back whoever names another. */
    private static final int MOST_WAITING = 20_000;

    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ChatReading reading;
    private final QuietTime quietTime;
    private final Clock clock;
    private volatile @Nullable String problem;

    ReadLoop(ChatReading reading, SourceProperties source, Clock clock) {
        super("source-read", STOP_WITHIN);
        this.reading = reading;
        this.quietTime = new QuietTime(source.quiet());
        this.clock = clock;
    }

    /** A chat changed. Blocks while very many wait. */
    public void want(Wanted wanted, Receipt receipt) throws InterruptedException {
        while (quietTime.size() >= MOST_WAITING) {
            Thread.sleep(TICK);
        }
        quietTime.add(wanted, receipt, clock.instant());
    }

    /** Chats that are yet to be read. */
    public int waiting() {
        return quietTime.size();
    }

    /** Why nothing can be read at the moment; null while it can. */
    public @Nullable String problem() {
        return problem;
    }

    @Override
    protected void work(Stop stop) throws InterruptedException {
        while (!stop.isAsked()) {
            var due = quietTime.take(clock.instant(), BATCH);
            if (due.isEmpty()) {
                Thread.sleep(TICK);
            } else {
                read(due);
            }
        }
    }

    private void read(List<QuietTime.Waiting> due) throws InterruptedException {
        boolean isRead = false;
        Set<Wanted> again = Set.of();
        try {
            var wanted = due.stream().map(QuietTime.Waiting::wanted).toList();
            again = Set.copyOf(reading.attempt(wanted).again());
            isRead = true;
        } finally {
            if (!isRead) {
                quietTime.putBack(due, clock.instant());
            }
        }
        problem = null;
        settle(due, again);
    }

    /** A chat that failed waits for its next try; others do not wait for it. */
    private void settle(List<QuietTime.Waiting> due, Set<Wanted> again) {
        for (QuietTime.Waiting chat : due) {
            if (again.contains(chat.wanted())) {
                quietTime.putBack(List.of(chat), clock.instant().plus(AGAIN));
            } else {
                chat.receipts().forEach(Receipt::done);
            }
        }
    }

    @Override
    protected Duration pauseAfter(RuntimeException failure) {
        problem = String.valueOf(failure.getMessage());
        log.warn("event=source-read-again againIn={} reason=\"{}\"", AGAIN, problem);
        return AGAIN;
    }
}
