package dev.dictamen.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     */
    public record LiveTable(String name, long rows, List<LiveColumn> columns, List<List<String>> indexes) {
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
    public record LiveColumn(String name, String type, String fullType) {
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
}
