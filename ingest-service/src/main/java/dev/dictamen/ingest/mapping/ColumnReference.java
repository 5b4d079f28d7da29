package dev.dictamen.ingest.mapping;

/**
 * A column as a mapping writes it: {@code column}, or {@code join.column}.
 *
 * @param join empty for the row's own table
 */
public record ColumnReference(String join, String column) {
    public static ColumnReference of(String written) {
        int dot = written.indexOf('.');
        return dot < 0
                ? new ColumnReference("", written)
                : new ColumnReference(written.substring(0, dot), written.substring(dot + 1));
    }

    /** Whether the row's own table has it. */
    public boolean isOwn() {
        return join.isEmpty();
    }
}
