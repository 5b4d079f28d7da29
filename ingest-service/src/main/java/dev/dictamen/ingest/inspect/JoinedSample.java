package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.draft.Yaml;
import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table's sample with columns of tables that it points to, named {@code join.column} as a mapping names them.
 *
 * @param joins each join's line of YAML, by its name
 */
record JoinedSample(TableSample table, Map<String, String> joins) {
    JoinedSample {
        joins = Map.copyOf(joins);
    }

    static JoinedSample of(TableSample table) {
        return new JoinedSample(table, Map.of());
    }

    /** With the wanted columns of the row that this column points to; empty where the sample has no such row. */
    JoinedSample with(ColumnSample from, TableSample target, Predicate<ColumnSample> wanted) {
        var name = nameOf(from.name(), target.name());
        var rows = new LinkedHashMap<String, Integer>();
        var keys = target.column(target.key()).values();
        for (int row = 0; row < keys.size(); row++) {
            rows.putIfAbsent(keys.get(row), row);
        }
        var columns = new ArrayList<>(table.columns());
        for (var column : target.those(wanted)) {
            var values = from.values().stream()
                    .map(key -> rows.containsKey(key) ? column.values().get(rows.get(key)) : "")
                    .toList();
            var live = column.column();
            columns.add(
                    new ColumnSample(new LiveColumn(name + "." + live.name(), live.type(), live.fullType()), values));
        }
        var all = new LinkedHashMap<>(joins);
        all.put(
                name,
                "{table: " + Yaml.scalar(target.name()) + ", key: " + Yaml.scalar(target.key()) + ", from: "
                        + Yaml.scalar(from.name()) + "}");
        return new JoinedSample(
                new TableSample(table.table(), table.key(), List.copyOf(columns), table.size(), table.isWhole()), all);
    }

    /** The join's name as {@link #with} gives it: the column's words without its id, else the table's. */
    static String nameOf(String column, String table) {
        var words = Words.of(column.substring(column.lastIndexOf('.') + 1)).stream()
                .filter(word -> !word.equals("id") && word.matches("[a-z]+"))
                .toList();
        return words.isEmpty() ? "of_" + table.replaceAll("[^A-Za-z0-9]", "_") : String.join("_", words);
    }
}
