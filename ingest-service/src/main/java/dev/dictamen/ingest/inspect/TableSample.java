package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A table with its first and last rows.
 *
 * @param key the column of its primary key; "" where it takes several or none
 * @param size rows in the sample
 * @param isWhole whether the sample is the whole table
 */
record TableSample(LiveTable table, String key, List<ColumnSample> columns, int size, boolean isWhole) {
    String name() {
        return table.name();
    }

    /** The number of rows, exact for small tables, else the database's estimate. */
    long rows() {
        return isWhole ? size : Math.max(size, table.rows());
    }

    ColumnSample column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name() + " has no column " + name));
    }

    /** The columns of which that holds, in the table's order. */
    List<ColumnSample> those(Predicate<ColumnSample> wanted) {
        return columns.stream().filter(wanted).toList();
    }

    /** The column with the highest score above 0; of equals the first. */
    Optional<ColumnSample> best(ToDoubleFunction<ColumnSample> score) {
        return columns.stream()
                .filter(column -> score.applyAsDouble(column) > 0)
                .max(Comparator.comparingDouble(score)
                        .thenComparing(Comparator.comparingInt(columns::indexOf).reversed()));
    }

    /** Whether it is one of the tables that old rows are moved to. */
    boolean isArchive() {
        return Hint.ARCHIVE.isIn(name()) || name().matches(".*_[0-9]+");
    }
}
