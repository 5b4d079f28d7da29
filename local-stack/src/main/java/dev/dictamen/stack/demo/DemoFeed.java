package dev.dictamen.stack.demo;

import dev.dictamen.stack.database.DemoDatabase;
import dev.dictamen.stack.demo.Timetable.Due;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lives the sample chats in the demo's chat database, step by step, each time under a new id. It holds still while the pause
 * file is there; when the database is away, it goes on with the same step later. What an earlier run left open is closed.
 */
public final class DemoFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoFeed.class);
    private static final Duration LAST_STEP = Duration.ofSeconds(2);

    private final Timetable timetable;
    private final ChatDatabase database;
    private final Path pauseFile;
    private final String series;
    private final Deque<Due> due = new ArrayDeque<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());
    private boolean isPrepared;
    private boolean isWaiting;
    private long tick;

    public DemoFeed(DemoDatabase database, Path pauseFile, Clock clock) throws IOException {
        this.timetable = new Timetable(DemoChats.read());
        this.database = new ChatDatabase(database);
        this.pauseFile = pauseFile;
        this.series = "demo-" + Long.toString(clock.instant().getEpochSecond(), 36) + "-";
    }

    /** @param every how long after one chat the next is closed */
    public void start(Duration every) {
        long tickMs = Math.max(1, every.toMillis() / Timetable.TICKS_PER_CLOSE);
        ticks.scheduleWithFixedDelay(this::goOn, 0, tickMs, TimeUnit.MILLISECONDS);
    }

    private void goOn() {
        try {
            prepareOnce();
            if (!Files.exists(pauseFile)) {
                takeSteps();
            }
            isWaiting = false;
        } catch (SQLException away) {
            database.close();
            if (!isWaiting) {
                log.warn("event=demo-chats-wait reason=\"{}\"", away.toString());
            }
            isWaiting = true;
        }
    }

    private void prepareOnce() throws SQLException {
        if (!isPrepared) {
            database.inTransaction(tables -> {
                tables.register(timetable.chats());
                log.info("event=demo-chats-go-on closed-left-open={}", tables.closeLeftOpen());
            });
            isPrepared = true;
        }
    }

    private void takeSteps() throws SQLException {
        if (due.isEmpty()) {
            due.addAll(timetable.dueAt(tick++));
        }
        for (var next = due.peek(); next != null; next = due.peek()) {
            var step = next;
            database.inTransaction(tables -> tables.write(series + (step.chat() + 1), step));
            due.remove();
        }
    }

    @Override
    public void close() {
        ticks.execute(database::close);
        ticks.shutdown();
        try {
            ticks.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ticks.shutdownNow();
    }
}
