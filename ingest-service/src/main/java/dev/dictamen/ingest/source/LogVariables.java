package dev.dictamen.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server says of its log: its global variables, the filters of what it logs, and whether it replicates from another. */
final class LogVariables {
    private static final String VARIABLES = """
            SHOW GLOBAL VARIABLES WHERE Variable_name IN ('log_bin', 'binlog_format', 'binlog_row_image',
                'binlog_row_value_options', 'log_bin_compress', 'log_replica_updates', 'log_slave_updates',
                'binlog_expire_logs_seconds', 'gtid_slave_pos', 'wsrep_on')
            """;
    /** Each server knows one of the words. */
    private static final List<String> LOG_STATUS = List.of("SHOW BINARY LOG STATUS", "SHOW MASTER STATUS");

    private static final List<String> REPLICA_STATUS = List.of("SHOW REPLICA STATUS", "SHOW SLAVE STATUS");

    private final JdbcClient jdbc;
    private final Map<String, String> values = new HashMap<>();

    LogVariables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(VARIABLES).query(row -> {
            values.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
        });
    }

    /** A variable's value in upper case; empty where the server has no such variable. */
    String value(String name) {
        return values.getOrDefault(name, "").toUpperCase(Locale.ROOT);
    }

    /** Whether a variable is there and on. */
    boolean isOn(String name) {
        return value(name).equals("ON") || value(name).equals("1");
    }

    /** Whether changes that come from another server are left out of the log. */
    boolean leavesOutWhatItReplicates() {
        return value("log_replica_updates").equals("OFF")
                || (value("log_replica_updates").isEmpty()
                        && value("log_slave_updates").equals("OFF"));
    }

    /** Whether it replicates from another server now, or, where this user may not know, whether it ever did. */
    boolean isReplica() {
        return first(REPLICA_STATUS)
                .map(row -> !row.isEmpty())
                .orElseGet(() -> !value("gtid_slave_pos").isEmpty());
    }

    /** The schemas that alone are logged, or those that are not; empty where all are. */
    List<String> schemas(String filter) {
        var all = first(LOG_STATUS).orElse(Map.of()).getOrDefault(filter.toLowerCase(Locale.ROOT), "");
        return all.isBlank() ? List.of() : List.of(all.split("\\s*,\\s*"));
    }

    /** The first row of the first of these statements that this server and user may run; an empty one where it has no rows. */
    private Optional<Map<String, String>> first(List<String> statements) {
        return statements.stream().flatMap(sql -> answer(sql).stream()).findFirst();
    }

    private Optional<Map<String, String>> answer(String sql) {
        try {
            return Optional.of(row(sql));
        } catch (DataAccessException unknownOrForbidden) {
            return Optional.empty();
        }
    }

    private Map<String, String> row(String sql) {
        Map<String, String> row = new HashMap<>();
        jdbc.sql(sql).query().listOfRows().stream()
                .limit(1)
                .forEach(found -> found.forEach(
                        (column, value) -> row.put(column.toLowerCase(Locale.ROOT), String.valueOf(value))));
        return row;
    }
}
