package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.ChatLimits;
import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.Conditions;
import dev.dictamen.ingest.mapping.JoinedTable;
import dev.dictamen.ingest.mapping.SourceMapping;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQL of a mapping. Every value is bound; names are quoted as the mapping has them. */
final class Statements {
    /** Alias of the row's own table. */
    private static final String OWN = "own";

    private final SourceMapping mapping;
    private final String chats;
    private final String messages;

    Statements(SourceMapping mapping) {
        this.mapping = mapping;
        this.chats = from(mapping.chat().table(), mapping.joins());
        this.messages = from(mapping.messages().table(), mapping.messages().joins());
    }

    /** The rows of {@code keys} chats. */
    String chatsByKey(List<String> columns, int keys) {
        return select(columns) + chats + " WHERE " + quote(mapping.chat().key()) + in(keys);
    }

    /** A page of the whole chat table in the order of its keys; the first one has nothing before it. */
    String page(List<String> columns, boolean isFirst) {
        var key = quote(mapping.chat().key());
        return select(columns) + chats + (isFirst ? "" : " WHERE " + key + " > ?") + " ORDER BY " + key + " LIMIT ?";
    }

    /** A row of the chat of one key, where that is closed. */
    String closedByKey() {
        return select(List.of(mapping.chat().key())) + chats + " WHERE "
                + quote(mapping.chat().key()) + in(1) + " AND "
                + SqlConditions.of(mapping.chat().closed());
    }

    /**
     * The messages of {@code keys} chats, chat by chat in order: length of the text, the text itself (nothing where it is longer
     * than a message may be), which of the keys the server takes the chat's for (from 1 on; 0 where that was not asked: the keys
     * are bound once more for it, before the others), then these columns.
     */
    String messagesOfChats(List<String> columns, int keys, boolean isPlaceAsked) {
        var of = mapping.messages();
        var text = quote(of.text());
        var order = of.order().stream().map(Statements::quote).collect(Collectors.joining(", "));
        return "SELECT CHAR_LENGTH(" + text + "), IF(CHAR_LENGTH(" + text + ") > " + ChatLimits.TEXT + ", NULL, " + text
                + "), " + (isPlaceAsked ? "FIELD(" + quote(of.chat()) + ", " + marks(keys) + ")" : "0") + ", "
                + list(columns) + messages + " WHERE " + quote(of.chat()) + in(keys) + " ORDER BY "
                + quote(of.chat()) + ", " + order + ", " + quote(of.key());
    }

    /**
     * A page of the chats of which the column {@code time} lies in a span, in its order; the first one has nothing before it.
     * Bound are the span's ends, the place after which it goes on (time, time, key), and the page's size.
     */
    String changedPage(List<String> columns, String time, boolean isFirst) {
        var at = quote(time);
        var key = quote(mapping.chat().key());
        return select(columns) + chats + " WHERE " + at + " >= ? AND " + at + " < ?"
                + (isFirst ? "" : " AND (" + at + " > ? OR (" + at + " = ? AND " + key + " > ?))") + " ORDER BY " + at
                + ", " + key + " LIMIT ?";
    }

    /** The newest value of a column. */
    String newest(String time) {
        return "SELECT MAX(" + quote(time) + ")" + chats;
    }

    /** The chats with the last keys. */
    String lastPage(List<String> columns) {
        return select(columns) + chats + " ORDER BY " + quote(mapping.chat().key()) + " DESC LIMIT ?";
    }

    /** The chats' keys of {@code keys} messages. */
    String chatsOfMessages(int keys) {
        var of = mapping.messages();
        return "SELECT DISTINCT " + quote(of.chat()) + messages + " WHERE " + quote(of.key()) + in(keys);
    }

    /** A page of the chats in which a conversation goes on. */
    String openPage(List<String> columns, Conditions open, boolean isFirst) {
        var key = quote(mapping.chat().key());
        return select(columns) + chats + " WHERE " + SqlConditions.of(open) + (isFirst ? "" : " AND " + key + " > ?")
                + " ORDER BY " + key + " LIMIT ?";
    }

    private String from(String table, Map<String, JoinedTable> joins) {
        var sql = new StringBuilder(" FROM " + name(mapping.tableName(table)) + " AS " + name(OWN));
        JoinOrder.of(joins)
                .forEach((alias, join) -> sql.append(" LEFT JOIN ")
                        .append(name(mapping.tableName(join.table())))
                        .append(" AS ")
                        .append(name(alias))
                        .append(" ON ")
                        .append(quote(alias + "." + join.key()))
                        .append(" = ")
                        .append(quote(join.from())));
        return sql.toString();
    }

    private static String select(List<String> columns) {
        return "SELECT " + list(columns);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Statements::quote).collect(Collectors.joining(", "));
    }

    private static String in(int keys) {
        return " IN (" + marks(keys) + ")";
    }

    private static String marks(int keys) {
        return String.join(", ", Collections.nCopies(keys, "?"));
    }

    /** A column reference as SQL. */
    static String quote(String reference) {
        var column = ColumnReference.of(reference);
        return name(column.isOwn() ? OWN : column.join()) + "." + name(column.column());
    }

    private static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
