package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a database server has done since, as its own counters say. */
public final class SourceLoad {
    private static final String COUNTERS =
            "SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select', 'Innodb_rows_read', 'Bytes_sent')";

    private final TestDatabase server;
    private final Map<String, Long> before;

    private SourceLoad(TestDatabase server, Map<String, Long> before) {
        this.server = server;
        this.before = before;
    }

    public static SourceLoad from(TestDatabase server) {
        return new SourceLoad(server, read(server));
    }

    /** Statements, rows and bytes for each of so many chats. */
    public String perChat(int chats) {
        var now = read(server);
        var text = new StringBuilder("chats=" + chats);
        now.forEach((name, value) -> text.append(' ')
                .append(name.toLowerCase(Locale.ROOT))
                .append('=')
                .append(String.format(
                        Locale.ROOT, "%.2f", (value - before.getOrDefault(name, 0L)) / (double) Math.max(1, chats))));
        return text.toString();
    }

    private static Map<String, Long> read(TestDatabase server) {
        var counters = new HashMap<String, Long>();
        try (var connection = DriverManager.getConnection(server.serverUrl(), server.username(), server.password());
                var rows = connection.createStatement().executeQuery(COUNTERS)) {
            while (rows.next()) {
                counters.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counters;
    }
}
