package dev.dictamen.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that a database has, as its information schema tells; only what the asking user may see. Names are compared as the
 * server compares them: by their letters' case too, unless its {@code lower_case_table_names} says otherwise.
 */
public final class LiveSchema {
    private final Map<String, LiveTable> tables;
    private final Map<String, LiveView> views;
    private final Set<String> hidden;
    private final boolean isCaseIgnored;

    /** Tables alone, on a server that tells names by the case of their letters. */
    public LiveSchema(Map<String, LiveTable> tables) {
        this(tables, Map.of(), Set.of(), false);
    }

    /**
     * @param hidden tables whose rows have more columns in the log than their definition shows
     * @param isCaseIgnored whether the server takes names that differ in case only for the same
     */
    LiveSchema(Map<String, LiveTable> tables, Map<String, LiveView> views, Set<String> hidden, boolean isCaseIgnored) {
        this.tables = Map.copyOf(tables);
        this.views = Map.copyOf(views);
        this.hidden = Set.copyOf(hidden);
        this.isCaseIgnored = isCaseIgnored;
    }

    /** The schema that the connection is in. */
    public static LiveSchema of(JdbcClient jdbc) {
        return LiveSchemaQuery.read(jdbc);
    }

    /** The tables' names, sorted. */
    public List<String> tableNames() {
        return tables.keySet().stream().sorted().toList();
    }

    /** A table by a name that means it to the server. */
    public Optional<LiveTable> table(String name) {
        return find(tables, name);
    }

    /** A view by a name that means it to the server. */
    public Optional<LiveView> view(String name) {
        return find(views, name);
    }

    /** Whether rows of this table have columns in the log that its definition does not show: versions that nobody named. */
    boolean hasHiddenColumns(LiveTable table) {
        return hidden.contains(table.name());
    }

    private <T> Optional<T> find(Map<String, T> among, String name) {
        return Optional.ofNullable(among.get(name))
                .or(() -> among.entrySet().stream()
                        .filter(entry -> isCaseIgnored && entry.getKey().equalsIgnoreCase(name))
                        .findFirst()
                        .map(Map.Entry::getValue));
    }

    /** All tables; no views. */
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
     * A view: it can be read, but nothing is written to the log under its name.
     *
     * @param rows its columns, and no index
     * @param reads the tables that it is made of, as far as this user may know
     */
    public record LiveView(LiveTable rows, List<String> reads) {
        public LiveView {
            reads = List.copyOf(reads);
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
