package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

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

    private final Connection connection;

    StoredRows(RunningStack stack) throws IOException, SQLException {
        var settings = stack.settings();
        this.connection = DriverManager.getConnection(
                settings.get("DATABASE_URL"), settings.get("DATABASE_USERNAME"), settings.get("DATABASE_PASSWORD"));
    }

    long chats(String idPrefix) throws SQLException {
        return count("SELECT COUNT(*) FROM chat WHERE chat_id LIKE ?", idPrefix + "%");
    }

    long evaluations(String idPrefix) throws SQLException {
        return count("SELECT COUNT(*) FROM evaluation WHERE run_id = 'live' AND chat_id LIKE ?", idPrefix + "%");
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
