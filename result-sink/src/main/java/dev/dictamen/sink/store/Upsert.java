package dev.dictamen.sink.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table's statement "insert, or update if newer", every value a bound parameter. Takes only what MySQL and MariaDB
 * share. Assignments run from left to right, so the columns that decide what is newer come last, the first-ranking at
 * the very end.
 *
 * @param <T> what a row is made from
 * @param table the table's name
 * @param keys columns of the primary key
 * @param columns the other columns
 * @param versions columns that decide what is newer, first-ranking first
 */
record Upsert<T>(String table, List<Column<T>> keys, List<Column<T>> columns, List<Column<T>> versions) {

    /**
     * One column and where its value comes from; an {@link Instant} is written as UTC milliseconds.
     *
     * @param keptWhere a condition under which even a newer row leaves the column as it was; null for none
     */
    record Column<T>(
            String name,
            Function<T, @Nullable Object> value,
            @Nullable String keptWhere) {
        /** The same column, left as it was where the condition holds between the row and the newer one. */
        Column<T> keptWhere(String condition) {
            return new Column<>(name, value, condition);
        }

        @Nullable
        Object valueOf(T row) {
            var found = value.apply(row);
            return found instanceof Instant time ? utcMillis(time) : found;
        }
    }

    /** A time as its columns hold it. */
    static LocalDateTime utcMillis(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    static <T> Column<T> column(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, value, null);
    }

    /** All columns in the order of the statement's parameters. */
    List<Column<T>> parameters() {
        return Stream.of(keys, columns, versions).flatMap(List::stream).toList();
    }

    String sql() {
        var names = parameters().stream().map(Column::name).toList();
        var marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + marks
                + ") ON DUPLICATE KEY UPDATE " + assignments();
    }

    private String assignments() {
        return Stream.concat(columns.stream(), versions.reversed().stream())
                .map(column -> "%1$s = IF(%2$s, VALUES(%1$s), %1$s)".formatted(column.name(), isReplaced(column)))
                .collect(Collectors.joining(", "));
    }

    private String isReplaced(Column<T> column) {
        return column.keptWhere() == null ? isNewer(0) : isNewer(0) + " AND NOT (" + column.keptWhere() + ")";
    }

    /** {@code a > b}, or equal and the next-ranking version is newer. */
    private String isNewer(int rank) {
        var name = versions.get(rank).name();
        var newer = "VALUES(%1$s) > %1$s".formatted(name);
        return rank == versions.size() - 1
                ? newer
                : "(%1$s OR VALUES(%2$s) = %2$s AND %3$s)".formatted(newer, name, isNewer(rank + 1));
    }
}
