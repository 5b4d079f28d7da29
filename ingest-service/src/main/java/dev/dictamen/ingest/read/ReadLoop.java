package dev.dictamen.ingest.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads changed chats when they have been quiet, batch by batch, on a thread of its own. A batch that fails is read again
 * until it succeeds; receipts are given only then.
 */
public final class ReadLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReadLoop.class);
    private static final int BATCH = 50;
    /** More chats waiting than this hold back whoever names another. */
    private static final int MOST_WAITING = 20_000;

    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ChatReading reading;
    private final QuietTime quietTime;
    private final Clock clock;
    private final Thread thread;
    private volatile @Nullable String problem;

    public ReadLoop(ChatReading reading, Duration quiet, Clock clock) {
        this.reading = reading;
        this.quietTime = new QuietTime(quiet);
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("source-read").unstarted(this::run);
    }

    public void start() {
        thread.start();
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

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var due = quietTime.take(clock.instant(), BATCH);
                if (due.isEmpty()) {
                    Thread.sleep(TICK);
                } else {
                    read(due);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(List<QuietTime.Waiting> due) throws InterruptedException {
        try {
            reading.readAndPublish(due.stream().map(QuietTime.Waiting::wanted).toList());
            problem = null;
        } catch (RuntimeException e) {
            problem = String.valueOf(e.getMessage());
            log.warn("source-read-again chats={} reason={}", due.size(), e.getMessage());
            quietTime.putBack(due, clock.instant());
            Thread.sleep(AGAIN);
            return;
        } catch (InterruptedException stopped) {
            quietTime.putBack(due, Instant.now(clock));
            throw stopped;
        }
        due.forEach(chat -> chat.receipts().forEach(Receipt::done));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
