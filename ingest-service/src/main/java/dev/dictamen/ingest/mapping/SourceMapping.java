package dev.dictamen.ingest.mapping;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Where a chat product keeps its chats, and what its columns mean.
 *
 * @param name the source's name, as published chats carry it
 * @param zone zone of DATETIME columns, UTC where it is left out; TIMESTAMP columns need none
 * @param tablePrefix put before every table name; an installer's choice in some products
 * @param joins tables with one row per chat at most, reached from the chat's row; columns are then written name.column
 */
public record SourceMapping(
        String name,
        ZoneId zone,
        String tablePrefix,
        Map<String, JoinedTable> joins,
        ChatMapping chat,
        MessagesMapping messages) {
    public SourceMapping {
        Required.of(name, "name");
        zone = zone == null ? ZoneOffset.UTC : zone;
        tablePrefix = tablePrefix == null ? "" : tablePrefix;
        joins = joins == null ? Map.of() : Map.copyOf(joins);
        Required.of(chat, "chat");
        Required.of(messages, "messages");
    }

    /** A table's name in the database. */
    public String tableName(String table) {
        return tablePrefix + table;
    }
}
