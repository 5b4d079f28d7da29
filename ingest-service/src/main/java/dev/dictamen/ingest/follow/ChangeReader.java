package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.follow.OpenChats.Said;
import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.read.ChatKeys;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Debezium's change events. That a chat is deleted does not count as a change: one that is archived must not undo what was said of
 * it. A message that leaves a chat, by its deletion or to another chat, is a change of that chat.
 */
@SourceComponent
class ChangeReader {
    private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);

    private final SourceMapping mapping;
    private final ChatKeys keys;
    private final OpenChats openChats;
    private final String chatTable;
    private final String messageTable;
    private final boolean rowSaysClosed;

    ChangeReader(SourceMapping mapping, ChatKeys keys, OpenChats openChats) {
        this.mapping = mapping;
        this.keys = keys;
        this.openChats = openChats;
        this.chatTable = mapping.tableName(mapping.chat().table());
        this.messageTable = mapping.tableName(mapping.messages().table());
        this.rowSaysClosed = mapping.chat().closed().columns().stream()
                .allMatch(column -> ColumnReference.of(column).isOwn());
    }

    /** A row before and after its change; one of them is null where it was inserted or deleted. */
    private record Rows(@Nullable Struct before, @Nullable Struct after) {}

    /** What the record says of chats: nothing where it is of something else. */
    List<Change> read(SourceRecord record) {
        if (!(record.value() instanceof Struct event) || event.schema().field("op") == null) {
            return List.of();
        }
        var source = event.getStruct("source");
        var table = source.getString("table").toLowerCase(Locale.ROOT);
        var rows = new Rows(event.getStruct("before"), event.getStruct("after"));
        if (table.equals(chatTable.toLowerCase(Locale.ROOT))) {
            return chat(rows, Instant.ofEpochMilli(source.getInt64("ts_ms")));
        }
        return table.equals(messageTable.toLowerCase(Locale.ROOT)) ? message(rows) : List.of();
    }

    private List<Change> chat(Rows rows, Instant at) {
        var after = rows.after();
        var left = chatKey(rows.before());
        if (after == null) {
            return left.flatMap(openChats::deleted).stream()
                    .<Change>map(Change.OfChat::new)
                    .toList();
        }
        var now = chatKey(after);
        left.filter(key -> !now.equals(Optional.of(key))).ifPresent(key -> openChats.changed(key, Said.NOTHING));
        return now.stream().flatMap(key -> chat(key, rows.before(), after, at)).toList();
    }

    private Stream<Change> chat(String key, @Nullable Struct before, Struct after, Instant at) {
        if (!rowSaysClosed) {
            openChats.changed(key, Said.NOTHING);
            return Stream.of(new Change.OfChat(Wanted.scanned(key)));
        }
        if (!isClosed(after)) {
            openChats.changed(key, Said.OPEN);
            return Stream.of();
        }
        boolean isClosing = before != null && !isClosed(before);
        var closedAt = isClosing ? at : null;
        openChats.closed(key, closedAt);
        return Stream.of(new Change.OfChat(new Wanted(key, closedAt, false, null)));
    }

    private Optional<String> chatKey(@Nullable Struct row) {
        return row == null
                ? Optional.empty()
                : named(keys.ofChat(value(row, mapping.chat().key())), chatTable);
    }

    /** The mapping's check has seen to it that a key is there; a row without one is none that can be read. */
    private static Optional<String> named(Optional<String> key, String table) {
        if (key.isEmpty()) {
            log.warn("event=source-change-unnamed table={}", table);
        }
        return key;
    }

    private boolean isClosed(Struct row) {
        return mapping.chat().closed().hold(column -> value(row, column));
    }

    private List<Change> message(Rows rows) {
        var changes = new ArrayList<Change>();
        if (!ColumnReference.of(mapping.messages().chat()).isOwn()) {
            messageKey(rows).ifPresent(key -> changes.add(new Change.OfMessage(key)));
            return changes;
        }
        var left = chatOf(rows.before());
        var now = chatOf(rows.after());
        now.ifPresent(chat -> changes.add(new Change.OfChat(Wanted.scanned(chat))));
        left.filter(chat -> now.isEmpty() || !now.get().equals(chat))
                .ifPresent(chat -> changes.add(
                        new Change.OfChat(rows.after() == null ? Wanted.diminished(chat) : Wanted.scanned(chat))));
        return changes;
    }

    private Optional<String> messageKey(Rows rows) {
        return rows.after() == null
                ? Optional.empty()
                : named(keys.ofMessage(value(rows.after(), mapping.messages().key())), messageTable);
    }

    /** The chat of a message, unless that is known to be open. */
    private Optional<String> chatOf(@Nullable Struct row) {
        return row == null
                ? Optional.empty()
                : keys.ofReference(value(row, mapping.messages().chat())).filter(chat -> !openChats.isOpen(chat));
    }

    private static @Nullable Object value(Struct row, String column) {
        var field = row.schema().fields().stream()
                .filter(each -> each.name().equalsIgnoreCase(column))
                .findFirst();
        return field.map(row::get).orElse(null);
    }
}
