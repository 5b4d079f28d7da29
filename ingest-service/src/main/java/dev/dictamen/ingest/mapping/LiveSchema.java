package dev.dictamen.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that a database has, as its information schema tells; only what the asking user may see. */
public final class LiveSchema {
    private final Map<String, LiveTable> tables;

    public LiveSchema(Map<String, LiveTable> tables) {
        this.tables = Map.copyOf(tables);
    }

    /** The schema that the connection is in. */
    public static LiveSchema of(JdbcClient jdbc) {
        return LiveSchemaQuery.read(jdbc);
    }

    /** The tables' names, sorted. */
    public List<String> tableNames() {
        return tables.keySet().stream().sorted().toList();
    }

    /** A table by its exact name. */
    public Optional<LiveTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** All tables. */
    public List<LiveTable> all() {
        return tableNames().stream().map(tables::get).toList();
    }

    /**
     * A table.
     *
     * @param rows an estimate of the database's
     * @param columns in the table's own order
     * @param indexes columns of each index, in order; the primary key among them
     * @param uniques columns of each unique index that holds whole values
     * @param isPartitioned whether its unique indexes need the partitions' column, too
     */
    public record LiveTable(
            String name,
            long rows,
            List<LiveColumn> columns,
            List<List<String>> indexes,
            List<List<String>> uniques,
            boolean isPartitioned) {
        /** Whether a value of that column stands in one row only: by an index, or since the server counts them up. */
        public boolean isUnique(LiveColumn column) {
            return uniques.stream().anyMatch(unique -> isOnly(column, unique))
                    || (column.traits().isCounted() && hasIndexOn(column.name()));
        }

        /** In a system-versioned table every unique index ends with when the version ended. */
        private boolean isOnly(LiveColumn column, List<String> unique) {
            return unique.getFirst().equalsIgnoreCase(column.name())
                    && unique.stream()
                            .skip(1)
                            .allMatch(other -> column(other)
                                    .map(found -> found.traits().isEndOfVersion())
                                    .orElse(true));
        }

        /** Whether a unique index has it among others. */
        public boolean isUniqueWithOthers(LiveColumn column) {
            return uniques.stream().anyMatch(unique -> unique.stream().anyMatch(column.name()::equalsIgnoreCase));
        }

        /** A column, whatever the case of its letters. */
        public Optional<LiveColumn> column(String wanted) {
            return columns.stream()
                    .filter(column -> column.name().equalsIgnoreCase(wanted))
                    .findFirst();
        }

        /** Whether an index begins with that column. */
        public boolean hasIndexOn(String column) {
            return indexes.stream().anyMatch(index -> index.getFirst().equalsIgnoreCase(column));
        }
    }

    /**
     * A column.
     *
     * @param type the data type's name in lower case: int, varchar, datetime, …
     * @param fullType the type as declared: int(11), enum('a','b'), …
     */
    public record LiveColumn(String name, String type, String fullType, Traits traits) {
        /** A column of which nothing more is known. */
        public LiveColumn(String name, String type, String fullType) {
            this(name, type, fullType, new Traits(null, false, ""));
        }

        public LiveColumn {
            type = type.toLowerCase(Locale.ROOT);
        }

        /** Whether it holds whole numbers. */
        public boolean isInteger() {
            return type.endsWith("int");
        }

        /** Whether it can hold a time. */
        public boolean isTime() {
            return isInteger() || type.equals("datetime") || type.equals("timestamp") || type.equals("decimal");
        }

        /** Whether it holds text. */
        public boolean isText() {
            return type.endsWith("text") || type.endsWith("char");
        }
    }

    /**
     * What else is declared of a column.
     *
     * @param collation how its text is compared; null where it holds none
     * @param extra the information schema's column of that name, and of what the value is made
     */
    public record Traits(@Nullable String collation, boolean isNullable, String extra) {
        public Traits {
            extra = extra.toUpperCase(Locale.ROOT);
        }

        /** Whether the server gives out its numbers. */
        public boolean isCounted() {
            return extra.contains("AUTO_INCREMENT");
        }

        /** Whether it is computed when it is read. */
        public boolean isVirtual() {
            return extra.contains("VIRTUAL GENERATED");
        }

        /** Whether it says until when a row's version held. */
        public boolean isEndOfVersion() {
            return extra.endsWith("ROW END");
        }
    }
}
