package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the sink's tables hold. */
final class StoredRows implements AutoCloseable {
    private static final String BROKEN_VERDICTS = """
            SELECT COUNT(*) FROM evaluation
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

    private final Connection connection;

    StoredRows(RunningStack stack) throws IOException, SQLException {
        var settings = stack.settings();
        this.connection = DriverManager.getConnection(
                settings.get("DATABASE_URL"), settings.get("DATABASE_USERNAME"), settings.get("DATABASE_PASSWORD"));
    }

    /** The chat of each stored row. */
    List<String> chats(String idPrefix) throws SQLException {
        return ids("SELECT chat_id FROM chat WHERE chat_id LIKE ?", idPrefix + "%");
    }

    /** The chat of each evaluation of run live. */
    List<String> evaluated(String idPrefix) throws SQLException {
        return ids("SELECT chat_id FROM evaluation WHERE run_id = 'live' AND chat_id LIKE ?", idPrefix + "%");
    }

    private List<String> ids(String sql, String pattern) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, pattern);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    long evaluations(String idPrefix) throws SQLException {
        return count("SELECT COUNT(*) FROM evaluation WHERE run_id = 'live' AND chat_id LIKE ?", idPrefix + "%");
    }

    long skipped(String idPrefix) throws SQLException {
        return count("SELECT COUNT(*) FROM evaluation WHERE outcome = 'skipped' AND chat_id LIKE ?", idPrefix + "%");
    }

    long failed(String idPrefix) throws SQLException {
        return count("SELECT COUNT(*) FROM evaluation WHERE outcome = 'failed' AND chat_id LIKE ?", idPrefix + "%");
    }

    /** Chats whose verdict is by rules until the model's comes. */
    long provisional(String idPrefix) throws SQLException {
        return count("SELECT COUNT(*) FROM evaluation WHERE provisional AND chat_id LIKE ?", idPrefix + "%");
    }

    /** Chats that a model has scored. */
    long scoredByModel(String idPrefix) throws SQLException {
        return count(
                "SELECT COUNT(*) FROM evaluation WHERE outcome = 'scored' AND judge_kind = 'llm' AND chat_id LIKE ?",
                idPrefix + "%");
    }

    /**
     * By how much the order of evaluation differs from the order in which chats were seen: the most seconds by which a chat
     * was seen after one that was evaluated later.
     */
    long mostOvertakenSeconds(String idPrefix, Instant from, Instant to) throws SQLException {
        long most = 0;
        long oldestStillToCome = Long.MAX_VALUE;
        try (var statement = connection.prepareStatement(NEWEST_EVALUATED_FIRST)) {
            statement.setString(1, idPrefix + "%");
            statement.setObject(2, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(3, LocalDateTime.ofInstant(to, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    long seen = rows.getObject(1, LocalDateTime.class).toEpochSecond(ZoneOffset.UTC);
                    most = Math.max(most, oldestStillToCome == Long.MAX_VALUE ? 0 : seen - oldestStillToCome);
                    oldestStillToCome = Math.min(oldestStillToCome, seen);
                }
            }
        }
        return most;
    }

    boolean hasChat(String id) throws SQLException {
        return count("SELECT COUNT(*) FROM chat WHERE chat_id = ?", id) == 1;
    }

    long brokenVerdicts() throws SQLException {
        return count(BROKEN_VERDICTS);
    }

    private long count(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
