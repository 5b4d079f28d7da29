package dev.dictamen.ingest.mapping;

/**
 * A table that adds one row at most to each row of another.
 *
 * @param key its column
 * @param from the column that holds the same value: of the row that is added to, or name.column of another join
 */
public record JoinedTable(String table, String key, String from) {
    public JoinedTable {
        Required.of(table, "table");
        Required.of(key, "key");
        Required.of(from, "from");
    }
}
