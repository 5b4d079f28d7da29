package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds a mapping's keys against their columns: whether a key names one row for good, and whether both sides of a reference can meet. */
final class KeyCheck {
    private static final String WHAT_CAN =
            ": map a column of whole numbers, DECIMAL, CHAR, VARCHAR, BINARY, VARBINARY or UUID that is unique and never null";

    private final Consumer<String> problems;
    private final Consumer<String> warnings;

    KeyCheck(Consumer<String> problems, Consumer<String> warnings) {
        this.problems = problems;
        this.warnings = warnings;
    }

    /** A column whose value is a chat's id. */
    void chat(LiveTable table, LiveColumn column) {
        typed("chat.key", table, column);
        if (column.traits().isNullable()) {
            problems.accept(
                    "chat.key: column " + column.name() + " of table " + table.name() + " may be null" + WHAT_CAN
                            + " (ALTER TABLE " + table.name() + " MODIFY " + column.name() + " " + column.fullType()
                            + " NOT NULL)");
        }
        unique(table, column);
    }

    private void unique(LiveTable table, LiveColumn column) {
        if (table.isUnique(column)) {
            return;
        }
        if (table.isPartitioned() && table.isUniqueWithOthers(column)) {
            warnings.accept("nothing but the partitions' column keeps " + column.name() + " unique in table "
                    + table.name() + ": of two rows with the same one, one would be published under the other's id");
            return;
        }
        problems.accept("chat.key: column " + column.name() + " of table " + table.name() + " is not unique by itself"
                + together(table, column) + WHAT_CAN + " (CREATE UNIQUE INDEX dictamen_key ON " + table.name() + " ("
                + column.name() + "))");
    }

    private static String together(LiveTable table, LiveColumn column) {
        return table.uniques().stream()
                .filter(unique -> unique.stream().anyMatch(column.name()::equalsIgnoreCase))
                .findFirst()
                .map(unique -> ", only " + String.join(", ", unique) + " together")
                .orElse("");
    }

    /** A column by which a row is looked up. */
    Optional<KeyType> typed(String key, LiveTable table, LiveColumn column) {
        var type = KeyType.of(column);
        if (type.isEmpty()) {
            problems.accept(key + ": column " + column.name() + " of table " + table.name() + " is " + column.fullType()
                    + ", whose values cannot be keys" + WHAT_CAN);
        } else if (column.traits().isVirtual()) {
            problems.accept(
                    key + ": column " + column.name() + " of table " + table.name()
                            + " is computed when it is read, so the log need not hold it: make it STORED, or map what it is computed from");
        }
        return type;
    }

    /** A column that holds a chat's key. */
    void reference(LiveTable table, LiveColumn reference, LiveColumn chat) {
        var from = typed("messages.chat", table, reference);
        var to = KeyType.of(chat);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        var both = "messages.chat: " + reference.name() + " is " + reference.fullType() + ", but chat.key "
                + chat.name() + " is " + chat.fullType();
        if ((isNumber(from.get()) && isBytes(to.get())) || (isBytes(from.get()) && isNumber(to.get()))) {
            problems.accept(both + ": neither can hold the other's values; map the column that refers to chat.key");
        } else if (isText(from.get()) != isText(to.get())) {
            warnings.accept(both
                    + ": messages are found where the text is written as docs/source-mapping.md writes such a key");
        } else if (isText(from.get()) && !collation(reference).equals(collation(chat))) {
            warnings.accept(
                    "messages.chat: " + reference.name() + " compares as " + collation(reference) + ", but chat.key "
                            + chat.name() + " as " + collation(chat)
                            + ": a message that spells its chat's key in another way may not be found; give both the same collation");
        }
    }

    private static String collation(LiveColumn column) {
        return String.valueOf(column.traits().collation());
    }

    private static boolean isNumber(KeyType type) {
        return type instanceof KeyType.Numbers;
    }

    private static boolean isText(KeyType type) {
        return type instanceof KeyType.Words;
    }

    private static boolean isBytes(KeyType type) {
        return type instanceof KeyType.Bytes || type instanceof KeyType.Uuid;
    }
}
