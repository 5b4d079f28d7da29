package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.LiveSchema.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the information schema: three statements, whatever the number of tables. */
final class LiveSchemaQuery {
    private static final String TABLES = """
            SELECT table_name AS t, COALESCE(table_rows, 0) AS n,
                   create_options LIKE '%partitioned%' AS p FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
            """;
    private static final String COLUMNS = """
            SELECT table_name AS t, column_name AS c, data_type AS d, column_type AS f,
                   collation_name AS k, is_nullable AS n,
                   CONCAT_WS(' ', extra, generation_expression) AS e FROM information_schema.columns
            WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position
            """;
    private static final String INDEXES = """
            SELECT table_name AS t, index_name AS i, column_name AS c,
                   non_unique = 0 AND sub_part IS NULL AS u FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND column_name IS NOT NULL ORDER BY table_name, index_name, seq_in_index
            """;

    private LiveSchemaQuery() {}

    static LiveSchema read(JdbcClient jdbc) {
        Map<String, List<LiveColumn>> columns = columns(jdbc);
        Map<String, List<Index>> indexes = indexes(jdbc);
        Map<String, LiveTable> tables = new HashMap<>();
        jdbc.sql(TABLES).query(row -> {
            var name = row.getString("t");
            tables.put(
                    name,
                    new LiveTable(
                            name,
                            row.getLong("n"),
                            columns.getOrDefault(name, List.of()),
                            columnsOf(indexes.getOrDefault(name, List.of()), false),
                            columnsOf(indexes.getOrDefault(name, List.of()), true),
                            row.getBoolean("p")));
        });
        return new LiveSchema(tables);
    }

    private static Map<String, List<LiveColumn>> columns(JdbcClient jdbc) {
        Map<String, List<LiveColumn>> columns = new HashMap<>();
        jdbc.sql(COLUMNS).query(row -> {
            columns.computeIfAbsent(row.getString("t"), table -> new ArrayList<>())
                    .add(new LiveColumn(
                            row.getString("c"),
                            row.getString("d"),
                            row.getString("f"),
                            new Traits(row.getString("k"), row.getString("n").equals("YES"), row.getString("e"))));
        });
        return columns;
    }

    /** An index under way: its columns, and whether it keeps all of them whole and unique. */
    private record Index(List<String> columns, boolean isUnique) {
        Index with(String column, boolean isStillUnique) {
            columns.add(column);
            return new Index(columns, isUnique && isStillUnique);
        }
    }

    private static Map<String, List<Index>> indexes(JdbcClient jdbc) {
        Map<String, Map<String, Index>> byName = new HashMap<>();
        jdbc.sql(INDEXES).query(row -> {
            var column = row.getString("c");
            boolean isUnique = row.getBoolean("u");
            byName.computeIfAbsent(row.getString("t"), table -> new LinkedHashMap<>())
                    .compute(
                            row.getString("i"),
                            (name, index) -> (index == null ? new Index(new ArrayList<>(), true) : index)
                                    .with(column, isUnique));
        });
        Map<String, List<Index>> indexes = new HashMap<>();
        byName.forEach((table, of) -> indexes.put(table, List.copyOf(of.values())));
        return indexes;
    }

    private static List<List<String>> columnsOf(List<Index> indexes, boolean isUniqueOnly) {
        return indexes.stream()
                .filter(index -> !isUniqueOnly || index.isUnique())
                .map(index -> List.copyOf(index.columns()))
                .toList();
    }
}
