package dev.dictamen.ingest.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Primary and foreign keys, as declared; without the end of validity that a versioned table adds to its own.
 *
 * @param primary columns of each table's primary key
 * @param foreign by {@code table.column}: the table and column that it points to
 */
record Keys(Map<String, List<String>> primary, Map<String, Target> foreign) {
    private static final String DECLARED = """
            SELECT table_name AS t, column_name AS c, constraint_name AS k, referenced_table_name AS rt,
                referenced_column_name AS rc
            FROM information_schema.key_column_usage u WHERE table_schema = DATABASE() AND NOT EXISTS (
                SELECT 1 FROM information_schema.columns c WHERE c.table_schema = u.table_schema AND c.table_name = u.table_name
                AND c.column_name = u.column_name AND c.generation_expression = 'ROW END')
            ORDER BY t, k, ordinal_position
            """;

    /** What a foreign key points to. */
    record Target(String table, String column) {}

    static Keys of(JdbcClient jdbc) {
        Map<String, List<String>> primary = new HashMap<>();
        Map<String, Target> foreign = new HashMap<>();
        jdbc.sql(DECLARED).query(row -> {
            var table = row.getString("t");
            var column = row.getString("c");
            if (row.getString("rt") != null) {
                foreign.putIfAbsent(table + "." + column, new Target(row.getString("rt"), row.getString("rc")));
            } else if (row.getString("k").equals("PRIMARY")) {
                primary.computeIfAbsent(table, any -> new ArrayList<>()).add(column);
            }
        });
        return new Keys(primary, foreign);
    }

    /** The one column that a table's rows are known by; empty where it takes several. */
    Optional<String> keyOf(String table) {
        var columns = primary.getOrDefault(table, List.of());
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }
}
