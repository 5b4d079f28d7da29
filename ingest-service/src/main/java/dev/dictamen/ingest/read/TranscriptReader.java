package dev.dictamen.ingest.read;

import dev.dictamen.contract.Role;
import dev.dictamen.ingest.mapping.CleanRule;
import dev.dictamen.ingest.mapping.Conditions;
import dev.dictamen.ingest.mapping.Fact;
import dev.dictamen.ingest.mapping.MessagesMapping;
import dev.dictamen.ingest.mapping.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Sorts message rows into transcripts: leaves out what the mapping leaves out, gives roles, cleans texts. */
final class TranscriptReader implements RowCallbackHandler {
    private static final int LENGTH = 1;
    private static final int TEXT = 2;
    private static final int PLACE = 3;
    private static final int FIRST_COLUMN = 4;

    private final MessagesMapping mapping;
    private final List<String> columns;
    private final TimeReader times;
    private final Naming naming;
    private final Map<String, Transcript> byChat = new HashMap<>();

    TranscriptReader(MessagesMapping mapping, List<String> columns, TimeReader times, Naming naming) {
        this.mapping = mapping;
        this.columns = columns;
        this.times = times;
        this.naming = naming;
    }

    /** Which wanted chat a message is of; none for one that was not asked for. */
    @FunctionalInterface
    interface Naming {
        /** {@code place} is the one that the server says, from 1 on; 0 where it says none. */
        Optional<String> chat(@Nullable Object reference, int place);
    }

    /** The chat's transcript, an empty one where no row was seen. */
    Transcript of(String chat) {
        return byChat.getOrDefault(chat, new Transcript());
    }

    @Override
    public void processRow(ResultSet answer) throws SQLException {
        var row = Row.of(answer, columns, FIRST_COLUMN);
        var transcript = naming.chat(row.value(mapping.chat()), answer.getInt(PLACE))
                .map(chat -> byChat.computeIfAbsent(chat, first -> new Transcript()));
        if (transcript.isPresent()) {
            process(transcript.get(), row, answer);
        }
    }

    /** Whatever one message does to what reads it stays with its chat. */
    private void process(Transcript transcript, Row row, ResultSet answer) throws SQLException {
        try {
            process(transcript, row, answer.getString(TEXT), length(answer));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            transcript.fail(e);
        }
    }

    private void process(Transcript transcript, Row row, @Nullable String text, long length) {
        if (mapping.where() != null && !holds(mapping.where(), row, text)) {
            return;
        }
        if (anyHolds(mapping.ignoreChat(), row, text)) {
            transcript.ignore();
        }
        if (anyHolds(mapping.ignore(), row, text)) {
            return;
        }
        role(row, text).ifPresent(role -> add(transcript, role, row, text, length));
    }

    private void add(Transcript transcript, Role role, Row row, @Nullable String text, long characters) {
        if (text == null && characters > 0) {
            transcript.addTooLong(characters);
            return;
        }
        var sentAt = mapping.sentAt() == null ? null : times.read(row.value(mapping.sentAt()));
        var author = mapping.agentName() == null ? null : row.text(Fact.column(mapping.agentName()));
        transcript.add(role, Text.unicode(clean(row, text == null ? "" : text)), sentAt, author);
    }

    private String clean(Row row, String text) {
        var cleaned = text;
        for (CleanRule rule : mapping.clean()) {
            if (rule.when() == null || holds(rule.when(), row, text)) {
                cleaned = rule.step().apply(cleaned);
            }
        }
        return cleaned;
    }

    private Optional<Role> role(Row row, @Nullable String text) {
        return mapping.roles().stream()
                .filter(rule -> holds(rule.when(), row, text))
                .map(rule -> rule.role())
                .findFirst();
    }

    private boolean anyHolds(List<Conditions> any, Row row, @Nullable String text) {
        return any.stream().anyMatch(conditions -> holds(conditions, row, text));
    }

    private boolean holds(Conditions conditions, Row row, @Nullable String text) {
        return conditions.hold(column -> column.equals(mapping.text()) ? text : row.value(column));
    }

    private static long length(ResultSet answer) throws SQLException {
        var length = answer.getObject(LENGTH);
        return length == null ? 0 : Long.parseLong(Values.text(length));
    }
}
