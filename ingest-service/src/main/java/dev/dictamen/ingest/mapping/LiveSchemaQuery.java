package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.LiveSchema.LiveView;
import dev.dictamen.ingest.mapping.LiveSchema.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the information schema: a few statements, whatever the number of tables. */
final class LiveSchemaQuery {
    private static final String TABLES = """
            SELECT table_name AS t, COALESCE(table_rows, 0) AS n,
                   create_options LIKE '%partitioned%' AS p FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
            """;
    private static final String VIEWS = """
            SELECT table_name AS t, COALESCE(view_definition, '') AS d FROM information_schema.views
            WHERE table_schema = DATABASE()
            """;
    /** Versioned tables whose columns of time were left to the server: these stand in every row of the log and in no definition. */
    private static final String HIDDEN = """
            SELECT t.table_name AS t FROM information_schema.tables t
            WHERE t.table_schema = DATABASE() AND t.table_type = 'SYSTEM VERSIONED' AND NOT EXISTS (
                SELECT 1 FROM information_schema.columns c WHERE c.table_schema = t.table_schema
                AND c.table_name = t.table_name AND c.generation_expression = 'ROW START')
            """;
    /** 0 where names differ by the case of their letters, 1 and 2 where they do not. */
    private static final String CASE = "SELECT @@GLOBAL.lower_case_table_names <> 0";

    private static final Pattern READ = Pattern.compile("(?i)\\b(?:from|join)[\\s(]*(?:`[^`]+`\\.)?`([^`]+)`");
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
        return new LiveSchema(
                tables,
                views(jdbc, columns),
                Set.copyOf(jdbc.sql(HIDDEN).query(String.class).list()),
                jdbc.sql(CASE).query(Boolean.class).single());
    }

    /** The views, each with the tables that it reads, over other views too; none for a user without SHOW VIEW. */
    private static Map<String, LiveView> views(JdbcClient jdbc, Map<String, List<LiveColumn>> columns) {
        Map<String, List<String>> reads = new HashMap<>();
        jdbc.sql(VIEWS).query(row -> {
            reads.put(
                    row.getString("t"),
                    READ.matcher(row.getString("d"))
                            .results()
                            .map(found -> found.group(1))
                            .distinct()
                            .toList());
        });
        Map<String, LiveView> views = new HashMap<>();
        reads.keySet().forEach(name -> {
            var rows = new LiveTable(name, 0, columns.getOrDefault(name, List.of()), List.of(), List.of(), false);
            var tables = new LinkedHashSet<String>();
            tablesOf(name, reads, new HashSet<>(), tables);
            views.put(name, new LiveView(rows, List.copyOf(tables)));
        });
        return views;
    }

    private static void tablesOf(String view, Map<String, List<String>> reads, Set<String> passed, Set<String> tables) {
        for (var name : reads.getOrDefault(view, List.of())) {
            if (!reads.containsKey(name)) {
                tables.add(name);
            } else if (passed.add(name)) {
                tablesOf(name, reads, passed, tables);
            }
        }
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
