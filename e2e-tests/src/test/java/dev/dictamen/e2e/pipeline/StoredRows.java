package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.DigestUtils;

/** What the sink's tables hold. */
final class StoredRows implements AutoCloseable {
    private static final String BROKEN_VERDICTS = """
            SELECT chat_id FROM evaluation
            WHERE outcome = 'scored'
              AND (score NOT IN ('horrible', 'bad', 'neutral', 'good', 'great')
                   OR reason IS NULL OR CHAR_LENGTH(reason) NOT BETWEEN 1 AND 500
                   OR improvement IS NULL OR CHAR_LENGTH(improvement) NOT BETWEEN 1 AND 800
                   OR key_messages IS NULL OR JSON_VALID(key_messages) = 0)
            """;

    private static final String NEWEST_EVALUATED_FIRST = """
            SELECT ingested_at FROM evaluation
            WHERE run_id = 'live' AND chat_id LIKE ? AND ingested_at BETWEEN ? AND ?
            ORDER BY evaluated_at DESC
            """;

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;

    StoredRows(RunningStack stack) throws IOException {
        var settings = stack.settings();
        this.connection = new SingleConnectionDataSource(
                settings.get("DATABASE_URL"),
                settings.get("DATABASE_USERNAME"),
                settings.get("DATABASE_PASSWORD"),
                true);
        this.jdbc = new JdbcTemplate(connection);
    }

    /** The chat of each stored row. */
    List<String> chats(String idPrefix) {
        return ids("SELECT chat_id FROM chat WHERE chat_id LIKE ?", idPrefix + "%");
    }

    /** The chat of each evaluation of run live. */
    List<String> evaluated(String idPrefix) {
        return evaluations("run_id = 'live'", idPrefix);
    }

    /** The chat of each evaluation of a run. */
    List<String> evaluatedIn(String run) {
        return ids("SELECT chat_id FROM evaluation WHERE run_id = ?", run);
    }

    /** Each chat that has a row in a run, and the revision of it that was evaluated. */
    Map<String, Long> revisions(String run) {
        var revisions = new HashMap<String, Long>();
        jdbc.query(
                "SELECT chat_id, revision FROM evaluation WHERE run_id = ?",
                row -> {
                    revisions.put(row.getString(1), row.getLong(2));
                },
                run);
        return revisions;
    }

    /** Each chat that has a row in a run, and a checksum over every column of it. */
    Map<String, String> checksums(String run) {
        var checksums = new HashMap<String, String>();
        jdbc.queryForList("SELECT * FROM evaluation WHERE run_id = ?", run)
                .forEach(row -> checksums.put(
                        String.valueOf(row.get("chat_id")),
                        DigestUtils.md5DigestAsHex(row.toString().getBytes(StandardCharsets.UTF_8))));
        return checksums;
    }

    int skipped(String idPrefix) {
        return evaluations("outcome = 'skipped'", idPrefix).size();
    }

    int failed(String idPrefix) {
        return evaluations("outcome = 'failed'", idPrefix).size();
    }

    /** Chats whose verdict is by rules until the model's comes. */
    int provisional(String idPrefix) {
        return evaluations("provisional", idPrefix).size();
    }

    /** Chats that a model has scored. */
    int scoredByModel(String idPrefix) {
        return evaluations("outcome = 'scored' AND judge_kind = 'llm'", idPrefix)
                .size();
    }

    private List<String> evaluations(String which, String idPrefix) {
        return ids("SELECT chat_id FROM evaluation WHERE " + which + " AND chat_id LIKE ?", idPrefix + "%");
    }

    /** The prompt that each live verdict was asked with. */
    List<String> promptVersions(String idPrefix) {
        return ids("SELECT prompt_version FROM evaluation WHERE run_id = 'live' AND chat_id LIKE ?", idPrefix + "%");
    }

    /**
     * By how much the order of evaluation differs from the order in which chats were seen: the most seconds by which a chat
     * was seen after one that was evaluated later.
     */
    long mostOvertakenSeconds(String idPrefix, Instant from, Instant to) {
        long most = 0;
        long oldestStillToCome = Long.MAX_VALUE;
        var seenTimes = jdbc.query(
                NEWEST_EVALUATED_FIRST,
                (row, number) -> row.getObject(1, LocalDateTime.class),
                idPrefix + "%",
                LocalDateTime.ofInstant(from, ZoneOffset.UTC),
                LocalDateTime.ofInstant(to, ZoneOffset.UTC));
        for (var time : seenTimes) {
            long seen = time.toEpochSecond(ZoneOffset.UTC);
            most = Math.max(most, oldestStillToCome == Long.MAX_VALUE ? 0 : seen - oldestStillToCome);
            oldestStillToCome = Math.min(oldestStillToCome, seen);
        }
        return most;
    }

    boolean hasChat(String id) {
        return !ids("SELECT chat_id FROM chat WHERE chat_id = ?", id).isEmpty();
    }

    List<String> brokenVerdicts() {
        return ids(BROKEN_VERDICTS);
    }

    private List<String> ids(String sql, Object... values) {
        return jdbc.query(sql, (row, number) -> row.getString(1), values);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
