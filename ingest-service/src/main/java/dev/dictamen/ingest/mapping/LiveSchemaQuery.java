package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the information schema: three statements, whatever the number of tables. */
final class LiveSchemaQuery {
    private static final String TABLES = """
            SELECT table_name AS t, COALESCE(table_rows, 0) AS n FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
            """;
    private static final String COLUMNS = """
            SELECT table_name AS t, column_name AS c, data_type AS d, column_type AS f FROM information_schema.columns
            WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position
            """;
    private static final String INDEXES = """
            SELECT table_name AS t, index_name AS i, column_name AS c FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND column_name IS NOT NULL ORDER BY table_name, index_name, seq_in_index
            """;

    private LiveSchemaQuery() {}

    static LiveSchema read(JdbcClient jdbc) {
        Map<String, List<LiveColumn>> columns = columns(jdbc);
        Map<String, List<List<String>>> indexes = indexes(jdbc);
        Map<String, LiveTable> tables = new HashMap<>();
        jdbc.sql(TABLES).query(row -> {
            var name = row.getString("t");
            tables.put(
                    name,
                    new LiveTable(
                            name,
                            row.getLong("n"),
                            columns.getOrDefault(name, List.of()),
                            indexes.getOrDefault(name, List.of())));
        });
        return new LiveSchema(tables);
    }

    private static Map<String, List<LiveColumn>> columns(JdbcClient jdbc) {
        Map<String, List<LiveColumn>> columns = new HashMap<>();
        jdbc.sql(COLUMNS).query(row -> {
            columns.computeIfAbsent(row.getString("t"), table -> new ArrayList<>())
                    .add(new LiveColumn(row.getString("c"), row.getString("d"), row.getString("f")));
        });
        return columns;
    }

    private static Map<String, List<List<String>>> indexes(JdbcClient jdbc) {
        Map<String, Map<String, List<String>>> byName = new HashMap<>();
        jdbc.sql(INDEXES).query(row -> {
            byName.computeIfAbsent(row.getString("t"), table -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("i"), index -> new ArrayList<>())
                    .add(row.getString("c"));
        });
        Map<String, List<List<String>>> indexes = new HashMap<>();
        byName.forEach((table, of) -> indexes.put(table, List.copyOf(of.values())));
        return indexes;
    }
}
