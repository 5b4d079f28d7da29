package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.ChatLimits;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The chats of a database, read as a mapping says: two indexed selects for any number of keys. */
@SourceComponent
public class SourceChats {
    private final SourceDatabase database;
    private final SourceMapping mapping;
    private final Statements statements;
    private final TimeReader times;
    private final ChatRows rows;
    private final ChatAssembler assembler;
    private final List<String> messageColumns;
    private final ChatKeys keys;

    SourceChats(SourceDatabase database, SourceMapping mapping, ChatKeys keys, Clock clock) {
        this.database = database;
        this.mapping = mapping;
        this.keys = keys;
        this.statements = new Statements(mapping);
        this.times = new TimeReader(mapping.zone());
        this.rows = new ChatRows(database, mapping, keys, times);
        this.assembler = new ChatAssembler(mapping, times, clock);
        this.messageColumns = mapping.messages().columnsButText();
    }

    /** What became of each wanted chat, in the order given; two that name the same chat get the same. */
    Map<Wanted, ReadChat> read(Collection<Wanted> wanted) {
        var found = rows.of(wanted.stream().map(Wanted::key).toList());
        Map<String, Wanted> chats = new LinkedHashMap<>();
        wanted.forEach(chat -> chats.merge(id(chat, found), chat.named(id(chat, found)), Wanted::and));
        var closed = chats.values().stream()
                .filter(chat -> needsMessages(chat, found.get(chat.key())))
                .map(Wanted::key)
                .toList();
        var transcripts = transcripts(closed);
        Map<String, ReadChat> read = new HashMap<>();
        chats.forEach((id, chat) -> read.put(id, result(chat, found.get(id), transcripts)));
        Map<Wanted, ReadChat> results = new LinkedHashMap<>();
        wanted.forEach(chat -> results.put(chat, read.get(id(chat, found))));
        return results;
    }

    private String id(Wanted wanted, Map<String, Row> found) {
        var row = found.get(wanted.key());
        return row == null ? wanted.key() : rows.id(row);
    }

    /** Whatever one chat's content does to what reads it stays with that chat. */
    private ReadChat result(Wanted wanted, @Nullable Row row, TranscriptReader transcripts) {
        try {
            return row == null ? gone(wanted) : present(wanted, row, transcripts.of(wanted.key()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new ReadChat.Failed(e);
        }
    }

    /** Only a key that is printed as the server has it is the chat's that was seen closed. */
    private ReadChat gone(Wanted wanted) {
        boolean isKnown = wanted.wasClosed()
                && Text.isId(wanted.key(), ChatLimits.NAME)
                && keys.isFaithful(wanted.key())
                && !keys.boundChats(List.of(wanted.key())).isEmpty();
        return isKnown ? assembler.vanished(wanted) : new ReadChat.Absent();
    }

    private ReadChat present(Wanted wanted, Row row, Transcript transcript) {
        if (rows.isIgnored(row)) {
            return new ReadChat.Ignored();
        }
        if (transcript.failure() != null) {
            return new ReadChat.Failed(transcript.failure());
        }
        if (wanted.isDiminished() && transcript.isEmpty()) {
            return new ReadChat.Absent();
        }
        if (rows.isClosed(row)) {
            return assembler.assemble(wanted, row, transcript);
        }
        return wanted.mayBeIdle() ? assembler.assembleIdle(wanted, row, transcript) : new ReadChat.Open(wanted.key());
    }

    private boolean needsMessages(Wanted wanted, @Nullable Row row) {
        return row != null && !rows.isIgnored(row) && (wanted.mayBeIdle() || rows.isClosed(row));
    }

    /**
     * What can be said of a chat of which reading, or what reading gave, fails for good: published as far as its row can be read, if
     * it is closed.
     */
    ReadChat unread(Wanted wanted, Throwable cause) {
        try {
            var row = rows.of(List.of(wanted.key())).get(wanted.key());
            if (row == null) {
                return gone(wanted);
            }
            var named = wanted.named(rows.id(row));
            if (rows.isIgnored(row)) {
                return new ReadChat.Ignored();
            }
            return rows.isClosed(row) ? assembler.unreadable(named, row, cause) : new ReadChat.Open(named.key());
        } catch (RuntimeException | OutOfMemoryError e) {
            if (isOfAll(e)) {
                throw e;
            }
            return wanted.wasClosed() || isClosedToServer(wanted.key())
                    ? assembler.unreadable(wanted, null, cause)
                    : new ReadChat.Absent();
        }
    }

    private boolean isClosedToServer(String key) {
        try {
            return rows.isClosedToServer(key);
        } catch (DataAccessException e) {
            if (isOfAll(e)) {
                throw e;
            }
            return false;
        }
    }

    private TranscriptReader transcripts(List<String> wanted) {
        var bound = keys.boundReferences(wanted);
        var reader = new TranscriptReader(mapping.messages(), messageColumns, times, naming(bound.texts()));
        if (!bound.isEmpty()) {
            boolean isFree = keys.isReferenceSpelledFreely();
            var values = new ArrayList<Object>();
            if (isFree) {
                values.addAll(bound.values());
            }
            values.addAll(bound.values());
            database.streaming()
                    .query(
                            statements.messagesOfChats(
                                    messageColumns, bound.values().size(), isFree),
                            reader,
                            values.toArray());
        }
        return reader;
    }

    /** As a row names it, where that is a wanted chat; else as the server takes it. */
    private TranscriptReader.Naming naming(List<String> wanted) {
        return (reference, place) -> {
            var written = keys.ofReference(reference);
            if (written.isPresent() && wanted.contains(written.get())) {
                return written;
            }
            return place > 0 ? Optional.of(wanted.get(place - 1)) : Optional.empty();
        };
    }

    /** Keys of the chats that these messages belong to, for mappings whose messages do not hold it themselves. */
    public List<String> chatsOfMessages(List<String> messageKeys) {
        var bound = keys.boundMessages(messageKeys);
        return bound.isEmpty()
                ? List.of()
                : database
                        .client()
                        .sql(statements.chatsOfMessages(bound.values().size()))
                        .params(bound.values())
                        .query((answer, row) -> keys.ofReference(answer.getObject(1)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** A page of the whole chat table, in the order of its keys, after {@code last}; null begins. */
    public List<ScannedChat> page(@Nullable String last, int size) {
        return rows.page(last, size);
    }

    /** The key of the row after {@code last}, of which no more can be read. */
    public Optional<String> keyAfter(@Nullable String last) {
        return rows.keyAfter(last);
    }

    /** A page of the chats in which a conversation goes on, in the order of their keys, after {@code last}; null begins. */
    public List<ScannedChat> openPage(@Nullable String last, int size) {
        return rows.openPage(last, size);
    }

    /** Whether a failure is nothing that one chat can be blamed for: the database is away, or its tables have changed. */
    public boolean isOfAll(Throwable e) {
        return Trouble.isOfTables(e) || (Trouble.isOfConnection(e) && !isAnswering());
    }

    private boolean isAnswering() {
        try {
            return database.client().sql("SELECT 1").query(Integer.class).single() == 1;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Asks what is asked once; throws what the database throws. */
    void prepare() {
        keys.types();
    }
}
