package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads samples: never more than the first and the last rows of a table by its primary key, and those of some chats by an index; each
 * once.
 */
final class Sampler {
    private static final int ROWS_AT_AN_END = 2_000;
    private static final int MANY_TABLES = 60;
    private static final int TEXT_LENGTH = 400;
    private static final int VALUES_ASKED = 300;
    private static final int FAMILIES = 100;
    private static final Set<String> READABLE =
            Set.of("datetime", "timestamp", "date", "decimal", "enum", "bit", "uuid");

    private static final List<Hint> NAMED = List.of(Hint.CHAT, Hint.MESSAGE, Hint.PERSON, Hint.TEAM);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Map<String, TableSample> taken = new HashMap<>();
    private final Map<String, TableSample> families = new HashMap<>();

    Sampler(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Keys keys() {
        return keys;
    }

    TableSample of(LiveTable table) {
        return taken.computeIfAbsent(table.name(), name -> read(table));
    }

    /** Samples of all tables; of a large schema those whose names are of chats, messages, people or teams, and the largest. */
    List<TableSample> all(LiveSchema schema) {
        var largest = schema.all().stream()
                .sorted(Comparator.comparingLong(LiveTable::rows).reversed())
                .limit(MANY_TABLES)
                .collect(Collectors.toSet());
        return schema.all().stream()
                .filter(table -> largest.contains(table) || NAMED.stream().anyMatch(hint -> hint.isIn(table.name())))
                .map(this::of)
                .toList();
    }

    /**
     * Rows of a table that have this column in common with one another, whatever the order of its keys: read by an index, and the
     * sample itself where it is the whole table or no index begins with the column.
     */
    TableSample family(TableSample table, String column) {
        if (table.isWhole() || !table.table().hasIndexOn(column)) {
            return table;
        }
        return families.computeIfAbsent(table.name() + "." + column, name -> readFamily(table, column));
    }

    private TableSample readFamily(TableSample table, String column) {
        var values = table.column(column).values().stream()
                .filter(ColumnSample::isSet)
                .distinct()
                .limit(FAMILIES)
                .toList();
        if (values.isEmpty()) {
            return table;
        }
        var primary = keys.primary().getOrDefault(table.name(), List.of());
        var readable = table.columns().stream().map(ColumnSample::column).toList();
        var where = " WHERE " + quoted(column) + " IN (:values)" + order(primary, "");
        var rows = rows(table.table(), readable, where, Map.of("values", values));
        return new TableSample(table.table(), table.key(), columns(readable, rows), table.size(), false);
    }

    /** The share of the column's values that are keys of the other table; its blank and zero values do not count. */
    double matching(ColumnSample column, TableSample other) {
        var values = column.values().stream()
                .filter(ColumnSample::isSet)
                .distinct()
                .limit(VALUES_ASKED)
                .toList();
        if (values.isEmpty() || other.key().isEmpty()) {
            return 0;
        }
        if (other.isWhole()) {
            var there = Set.copyOf(other.column(other.key()).values());
            return (double) values.stream().filter(there::contains).count() / values.size();
        }
        var key = quoted(other.key());
        long found = jdbc.sql("SELECT COUNT(*) FROM " + quoted(other.name()) + " WHERE " + key + " IN (:values)")
                .param("values", values)
                .query(Long.class)
                .single();
        return (double) found / values.size();
    }

    private TableSample read(LiveTable table) {
        var readable = table.columns().stream().filter(Sampler::isReadable).toList();
        var primary = keys.primary().getOrDefault(table.name(), List.of());
        var rows = new LinkedHashSet<List<String>>();
        boolean isWhole = true;
        if (!readable.isEmpty()) {
            var first = rows(table, readable, order(primary, ""), Map.of());
            rows.addAll(first);
            isWhole = first.size() < ROWS_AT_AN_END;
            if (!isWhole && !primary.isEmpty()) {
                rows.addAll(
                        rows(table, readable, order(primary, " DESC"), Map.of()).reversed());
            }
        }
        var key = keys.keyOf(table.name()).orElse("");
        return new TableSample(table, key, columns(readable, List.copyOf(rows)), rows.size(), isWhole);
    }

    private static List<ColumnSample> columns(List<LiveColumn> readable, List<List<String>> rows) {
        return IntStream.range(0, readable.size())
                .mapToObj(at -> new ColumnSample(
                        readable.get(at), rows.stream().map(row -> row.get(at)).toList()))
                .toList();
    }

    private List<List<String>> rows(
            LiveTable table, List<LiveColumn> columns, String suffix, Map<String, ?> parameters) {
        var selected = columns.stream().map(Sampler::expression).collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + selected + " FROM " + quoted(table.name()) + suffix + " LIMIT " + ROWS_AT_AN_END)
                .params(parameters)
                .query((row, number) -> {
                    var values = new ArrayList<String>();
                    for (int at = 1; at <= columns.size(); at++) {
                        var value = row.getObject(at);
                        values.add(value == null ? "" : Values.text(value));
                    }
                    return List.copyOf(values);
                })
                .list();
    }

    private static boolean isReadable(LiveColumn column) {
        return column.isInteger() || column.isText() || READABLE.contains(column.type());
    }

    private static String expression(LiveColumn column) {
        var name = quoted(column.name());
        if (column.type().equals("bit")) {
            return name + " + 0";
        }
        return column.isInteger() ? name : "LEFT(CAST(" + name + " AS CHAR), " + TEXT_LENGTH + ")";
    }

    private static String order(List<String> primary, String direction) {
        return primary.isEmpty()
                ? ""
                : primary.stream()
                        .map(column -> quoted(column) + direction)
                        .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
