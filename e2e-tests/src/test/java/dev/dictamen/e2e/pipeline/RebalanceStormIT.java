package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.guarantee.OneRowPerChat;
import dev.dictamen.testing.process.ServiceJar;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A worker is added or removed every ten seconds for five minutes: progress never stops for ten, and nothing is lost. */
@EnabledIfSystemProperty(
        named = "dictamen.long",
        matches = "true",
        disabledReason = "takes minutes: ./dictamen test --long")
class RebalanceStormIT {
    private static final int PER_SECOND = 15;
    private static final Duration STORM = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(10);
    private static final int MOST_EXTRA_WORKERS = 2;

    private final Deque<ServiceJar> extra = new ArrayDeque<>();
    private int started;

    @Test
    void progressNeverStopsAndEveryChatHasOneRow() throws Exception {
        try (var stack = RunningStack.start(StackHome.fresh("storm"));
                var rows = new StoredRows(stack)) {
            var feed = LiveFeed.start(stack, "storm", PER_SECOND);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> rows.evaluated("storm-").size() > 20);

            var standstill = storm(stack, rows);
            feed.close();
            extra.forEach(ServiceJar::close);

            int closed = feed.accepted().count();
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(
                            () -> assertThat(rows.scoredByModel("storm-")).isEqualTo(closed));
            feed.accepted().holdsFor(rows.evaluated("storm-"));
            OneRowPerChat.holdsFor(rows.evaluated("storm-"));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(stack.ledger().isComplete()).isTrue());
            System.out.printf(
                    "storm: %d chats, %d workers started, longest standstill %s, repeated calls %d%n",
                    closed, started, standstill, Journal.of(stack).repeatedFirstAttempts());
            assertThat(standstill).isLessThan(LONGEST_STANDSTILL);
        } finally {
            extra.forEach(ServiceJar::kill);
        }
    }

    /** The longest time without a new row. */
    private Duration storm(RunningStack stack, StoredRows rows) throws Exception {
        long end = System.nanoTime() + STORM.toNanos();
        long nextChange = System.nanoTime();
        long grewAt = System.nanoTime();
        long longest = 0;
        long seen = 0;
        while (System.nanoTime() < end) {
            if (System.nanoTime() >= nextChange) {
                nextChange += EVERY.toNanos();
                change(stack);
            }
            long now = rowsOf(rows);
            longest = Math.max(longest, System.nanoTime() - grewAt);
            grewAt = now > seen ? System.nanoTime() : grewAt;
            seen = now;
            Thread.sleep(100);
        }
        return Duration.ofNanos(longest);
    }

    private static long rowsOf(StoredRows rows) throws SQLException {
        return rows.evaluated("storm-").size();
    }

    private void change(RunningStack stack) throws IOException {
        if (extra.size() == MOST_EXTRA_WORKERS) {
            leave(extra.removeFirst());
        } else {
            extra.addLast(worker(stack));
        }
    }

    /** Nobody waits for it: progress is looked at all the time. */
    private static void leave(ServiceJar worker) {
        Thread.ofVirtual().start(worker::close);
    }

    private ServiceJar worker(RunningStack stack) throws IOException {
        var settings = stack.settings();
        settings.put("WORKER_ID", "storm-worker-" + started++);
        settings.put("WORKER_MANAGEMENT_PORT", "0");
        return ServiceJar.start("eval-worker", settings, "-XX:TieredStopAtLevel=1", "-Xmx256m");
    }
}
