package dev.dictamen.bench.pipeline;

import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.guarantee.OneRowPerChat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a load: waits for them, and knows when each was made. */
final class StoredRows {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** When so few are missing that the end is near. */
    private static final int NEARLY = 500;

    private static final Duration LOOK_EVERY_NEAR_THE_END = Duration.ofMillis(20);
    /** By an index that holds no text: looking costs little. */
    private static final String COUNT = "SELECT COUNT(*) FROM evaluation WHERE run_id = 'live' AND evaluated_at >= ?";

    private static final String TIMES =
            "SELECT evaluated_at FROM evaluation WHERE run_id = 'live' AND evaluated_at >= ? ORDER BY evaluated_at";
    private static final String CHATS = "SELECT chat_id FROM evaluation WHERE chat_id LIKE ?";

    private final JdbcTemplate jdbc;
    private final Instant since = Instant.now();
    private Instant begun = since;
    private Instant ended = since;

    private StoredRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static StoredRows fromNowOn(JdbcTemplate jdbc) {
        return new StoredRows(jdbc);
    }

    /** Time counts from now on, not from the beginning. */
    void startClock() {
        begun = Instant.now();
    }

    Instant begunAt() {
        return begun;
    }

    /** Waits until every chat has its row; fails when one has more. */
    void awaitAll(String prefix, int many) {
        awaitRows(many - NEARLY, LOOK_EVERY);
        awaitRows(many, LOOK_EVERY_NEAR_THE_END);
        ended = Instant.now();
        OneRowPerChat.holdsFor(jdbc.query(CHATS, (row, number) -> row.getString(1), prefix + "-%"));
    }

    private void awaitRows(int many, Duration lookEvery) {
        await().atMost(PATIENCE)
                .pollInterval(lookEvery)
                .until(() -> jdbc.queryForObject(COUNT, Integer.class, utc(since)), rows -> rows >= many);
    }

    /** From the first chat sent to the last row. */
    double seconds() {
        return Duration.between(begun, ended).toMillis() / 1e3;
    }

    /** Rates of equal parts of the chats, in the order in which they were judged. */
    List<Long> perSecondByPart(int parts) {
        var times = jdbc.query(TIMES, (row, number) -> row.getObject(1, LocalDateTime.class), utc(since));
        int part = times.size() / parts;
        return IntStream.range(0, parts)
                .mapToObj(number -> {
                    var from = number == 0 ? utc(begun) : times.get(number * part - 1);
                    var to = times.get((number + 1) * part - 1);
                    return Math.round(part * 1e9 / Duration.between(from, to).toNanos());
                })
                .toList();
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
