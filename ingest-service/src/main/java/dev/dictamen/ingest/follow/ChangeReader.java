package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.follow.OpenChats.Said;
import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.mapping.Values;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads Debezium's change events. A delete does not count as a change: a chat that is archived or a cascade that takes it must not undo
 * what was said of it.
 */
@SourceComponent
class ChangeReader {
    private static final Change NONE = new Change.None();

    private final SourceMapping mapping;
    private final OpenChats openChats;
    private final String chatTable;
    private final String messageTable;
    private final boolean rowSaysClosed;

    ChangeReader(SourceMapping mapping, OpenChats openChats) {
        this.mapping = mapping;
        this.openChats = openChats;
        this.chatTable = mapping.tableName(mapping.chat().table());
        this.messageTable = mapping.tableName(mapping.messages().table());
        this.rowSaysClosed = mapping.chat().closed().columns().stream()
                .allMatch(column -> ColumnReference.of(column).isOwn());
    }

    Change read(SourceRecord record) {
        if (!(record.value() instanceof Struct event) || event.schema().field("op") == null) {
            return NONE;
        }
        var after = event.getStruct("after");
        if (after == null) {
            return NONE;
        }
        var source = event.getStruct("source");
        var table = source.getString("table").toLowerCase(Locale.ROOT);
        if (table.equals(chatTable.toLowerCase(Locale.ROOT))) {
            return chat(event.getStruct("before"), after, Instant.ofEpochMilli(source.getInt64("ts_ms")));
        }
        return table.equals(messageTable.toLowerCase(Locale.ROOT)) ? message(after) : NONE;
    }

    private Change chat(@Nullable Struct before, Struct after, Instant at) {
        var key = text(after, mapping.chat().key());
        if (!rowSaysClosed) {
            openChats.changed(key, Said.NOTHING);
            return new Change.OfChat(Wanted.scanned(key));
        }
        boolean isClosed = isClosed(after);
        openChats.changed(key, isClosed ? Said.CLOSED : Said.OPEN);
        if (!isClosed) {
            return NONE;
        }
        boolean isClosing = before != null && !isClosed(before);
        return new Change.OfChat(new Wanted(key, isClosing ? at : null, true, null));
    }

    private boolean isClosed(Struct row) {
        return mapping.chat().closed().hold(column -> value(row, column));
    }

    private Change message(Struct after) {
        var messages = mapping.messages();
        if (!ColumnReference.of(messages.chat()).isOwn()) {
            return new Change.OfMessage(text(after, messages.key()));
        }
        var chat = value(after, messages.chat());
        if (chat == null || openChats.isOpen(Values.text(chat))) {
            return NONE;
        }
        return new Change.OfChat(Wanted.scanned(Values.text(chat)));
    }

    private static String text(Struct row, String column) {
        return Values.text(Objects.requireNonNull(value(row, column), column));
    }

    private static @Nullable Object value(Struct row, String column) {
        var field = row.schema().fields().stream()
                .filter(each -> each.name().equalsIgnoreCase(column))
                .findFirst();
        return field.map(row::get).orElse(null);
    }
}
