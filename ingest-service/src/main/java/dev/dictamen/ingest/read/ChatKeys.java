package dev.dictamen.ingest.read;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds chats' keys in the type of their column, which the database is asked once: an index serves only keys of its own type. */
final class ChatKeys {
    private final SourceDatabase database;
    private final SourceMapping mapping;
    private volatile @Nullable Boolean areWholeNumbers;

    ChatKeys(SourceDatabase database, SourceMapping mapping) {
        this.database = database;
        this.mapping = mapping;
    }

    List<Object> bound(List<String> keys) {
        return keys.stream().map(this::bound).toList();
    }

    Object bound(String key) {
        return areWholeNumbers() ? new BigDecimal(key).longValueExact() : key;
    }

    private boolean areWholeNumbers() {
        var known = areWholeNumbers;
        if (known == null) {
            var chat = mapping.chat();
            var table = LiveSchema.of(database.client()).table(mapping.tableName(chat.table()));
            known = table.orElseThrow().column(chat.key()).orElseThrow().isInteger();
            areWholeNumbers = known;
        }
        return known;
    }
}
