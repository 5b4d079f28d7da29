package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.ChatLimits;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.mapping.Values;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chats of a database, read as a mapping says: two indexed selects for any number of keys. */
@SourceComponent
public class SourceChats {
    private final SourceDatabase database;
    private final SourceMapping mapping;
    private final Statements statements;
    private final TimeReader times;
    private final ChatAssembler assembler;
    private final List<String> chatColumns;
    private final List<String> messageColumns;
    private final ChatKeys keys;

    SourceChats(SourceDatabase database, SourceMapping mapping, Clock clock) {
        this.database = database;
        this.mapping = mapping;
        this.statements = new Statements(mapping);
        this.times = new TimeReader(mapping.zone());
        this.assembler = new ChatAssembler(mapping, times, clock);
        this.chatColumns = mapping.chat().columns();
        this.messageColumns = mapping.messages().columnsButText();
        this.keys = new ChatKeys(database, mapping);
    }

    /** What became of each wanted chat, in the order given. */
    Map<Wanted, ReadChat> read(Collection<Wanted> wanted) {
        var rows = rows(wanted.stream().map(Wanted::key).toList());
        var closed = wanted.stream()
                .filter(chat -> needsMessages(chat, rows.get(chat.key())))
                .map(Wanted::key)
                .toList();
        var transcripts = transcripts(closed);
        Map<Wanted, ReadChat> read = new LinkedHashMap<>();
        for (Wanted chat : wanted) {
            read.put(chat, result(chat, rows.get(chat.key()), transcripts));
        }
        return read;
    }

    private ReadChat result(Wanted wanted, @Nullable Row row, TranscriptReader transcripts) {
        if (row == null) {
            return wanted.wasClosed() ? assembler.vanished(wanted) : new ReadChat.Absent();
        }
        if (isIgnored(row)) {
            return new ReadChat.Ignored();
        }
        var transcript = transcripts.of(wanted.key());
        if (isClosed(row)) {
            return assembler.assemble(wanted, row, transcript);
        }
        return wanted.mayBeIdle() ? assembler.assembleIdle(wanted, row, transcript) : new ReadChat.Open();
    }

    private boolean needsMessages(Wanted wanted, @Nullable Row row) {
        return row != null && !isIgnored(row) && (wanted.mayBeIdle() || isClosed(row));
    }

    private boolean isClosed(Row row) {
        return mapping.chat().closed().hold(row::value);
    }

    private boolean isIgnored(Row row) {
        return mapping.chat().ignore().stream().anyMatch(any -> any.hold(row::value))
                || !Text.isId(row.key(mapping.chat().key()), ChatLimits.NAME);
    }

    private Map<String, Row> rows(List<String> wanted) {
        Map<String, Row> rows = new HashMap<>();
        if (!wanted.isEmpty()) {
            database.client()
                    .sql(statements.chatsByKey(chatColumns, wanted.size()))
                    .params(keys.bound(wanted))
                    .query(answer -> {
                        var row = Row.of(answer, chatColumns, 1);
                        rows.put(row.key(mapping.chat().key()), row);
                    });
        }
        return rows;
    }

    private TranscriptReader transcripts(List<String> wanted) {
        var reader = new TranscriptReader(mapping.messages(), messageColumns, times);
        if (!wanted.isEmpty()) {
            database.streaming()
                    .query(
                            statements.messagesOfChats(messageColumns, wanted.size()),
                            reader,
                            keys.bound(wanted).toArray());
        }
        return reader;
    }

    /** Keys of the chats that these messages belong to, for mappings whose messages do not hold it themselves. */
    public List<String> chatsOfMessages(List<String> messageKeys) {
        return messageKeys.isEmpty()
                ? List.of()
                : database
                        .client()
                        .sql(statements.chatsOfMessages(messageKeys.size()))
                        .params(List.copyOf(messageKeys))
                        .query((answer, row) -> Optional.ofNullable(answer.getObject(1)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .map(Values::text)
                        .toList();
    }

    /** A page of the whole chat table, in the order of its keys, after {@code last}; null begins. */
    public List<ScannedChat> page(@Nullable String last, int size) {
        return scan(statements.page(chatColumns, last == null), last, size);
    }

    private List<ScannedChat> scan(String sql, @Nullable String last, int size) {
        var statement = database.client().sql(sql);
        var bound = last == null ? statement.params(List.of(size)) : statement.params(List.of(keys.bound(last), size));
        return bound.query((answer, number) -> scanned(Row.of(answer, chatColumns, 1)))
                .list();
    }

    /** What a row of the chat table says by itself. */
    ScannedChat scanned(Row row) {
        var changedAt = mapping.chat().changeTimes().stream()
                .map(column -> Optional.ofNullable(times.read(row.value(column))))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        boolean isWanted = isClosed(row) && !isIgnored(row);
        return new ScannedChat(row.key(mapping.chat().key()), isWanted, changedAt.orElse(null));
    }

    /** A page of the chats in which a conversation goes on, in the order of their keys, after {@code last}; null begins. */
    public List<ScannedChat> openPage(@Nullable String last, int size) {
        var open = mapping.chat().open();
        return open == null ? List.of() : scan(statements.openPage(chatColumns, open, last == null), last, size);
    }
}
