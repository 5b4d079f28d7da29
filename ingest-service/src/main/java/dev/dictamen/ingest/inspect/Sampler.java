package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads samples: never more than the first and the last rows of a table by its primary key, each table once. */
final class Sampler {
    private static final int ROWS_AT_AN_END = 2_000;
    private static final int MANY_TABLES = 60;
    private static final int TEXT_LENGTH = 400;
    private static final int VALUES_ASKED = 300;
    private static final Set<String> READABLE = Set.of("datetime", "timestamp", "date", "decimal", "enum", "bit");

    private static final List<Hint> NAMED = List.of(Hint.CHAT, Hint.MESSAGE, Hint.PERSON, Hint.TEAM);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Map<String, TableSample> taken = new HashMap<>();

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

    /** Samples of all tables; of a large schema those whose names are of chats, messages, people or teams. */
    List<TableSample> all(LiveSchema schema) {
        boolean isLarge = schema.tableNames().size() > MANY_TABLES;
        return schema.all().stream()
                .filter(table -> !isLarge || NAMED.stream().anyMatch(hint -> hint.isIn(table.name())))
                .map(this::of)
                .toList();
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
            var first = rows(table, readable, order(primary, ""));
            rows.addAll(first);
            isWhole = first.size() < ROWS_AT_AN_END;
            if (!isWhole && !primary.isEmpty()) {
                rows.addAll(rows(table, readable, order(primary, " DESC")).reversed());
            }
        }
        var columns = new ArrayList<ColumnSample>();
        for (int at = 0; at < readable.size(); at++) {
            int index = at;
            columns.add(new ColumnSample(
                    readable.get(at), rows.stream().map(row -> row.get(index)).toList()));
        }
        var key = keys.keyOf(table.name()).orElse("");
        return new TableSample(table, key, List.copyOf(columns), rows.size(), isWhole);
    }

    private List<List<String>> rows(LiveTable table, List<LiveColumn> columns, String order) {
        var selected = columns.stream().map(Sampler::expression).collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + selected + " FROM " + quoted(table.name()) + order + " LIMIT " + ROWS_AT_AN_END)
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
