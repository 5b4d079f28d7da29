package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.ChatLimits;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the chat table: by their keys, or page by page. */
final class ChatRows {
    private final SourceDatabase database;
    private final SourceMapping mapping;
    private final ChatKeys keys;
    private final Statements statements;
    private final TimeReader times;
    private final List<String> columns;

    ChatRows(SourceDatabase database, SourceMapping mapping, ChatKeys keys, TimeReader times) {
        this.database = database;
        this.mapping = mapping;
        this.keys = keys;
        this.times = times;
        this.statements = new Statements(mapping);
        this.columns = mapping.chat().columns();
    }

    /** The rows of these keys, each under the key that was asked and under its own. */
    Map<String, Row> of(List<String> wanted) {
        var rows = rowsByOwnKey(wanted);
        if (keys.isSpelledFreely()) {
            wanted.stream()
                    .filter(key -> !rows.containsKey(key))
                    .forEach(key -> rowsByOwnKey(List.of(key)).forEach((own, row) -> {
                        rows.put(key, row);
                        rows.put(own, row);
                    }));
        }
        return rows;
    }

    private Map<String, Row> rowsByOwnKey(List<String> wanted) {
        Map<String, Row> rows = new HashMap<>();
        var bound = keys.boundChats(wanted);
        if (!bound.isEmpty()) {
            database.client()
                    .sql(statements.chatsByKey(columns, bound.values().size()))
                    .params(bound.values())
                    .query(answer -> {
                        var row = Row.of(answer, columns, 1);
                        rows.put(id(row), row);
                    });
        }
        return rows;
    }

    /** The chat's id. */
    String id(Row row) {
        return keys.ofChat(row.value(mapping.chat().key())).orElseThrow();
    }

    boolean isClosed(Row row) {
        return mapping.chat().closed().hold(row::value);
    }

    boolean isIgnored(Row row) {
        return mapping.chat().ignore().stream().anyMatch(any -> any.hold(row::value))
                || !Text.isId(id(row), ChatLimits.NAME);
    }

    /** Whether the server takes the chat of a row that cannot be read for closed. */
    boolean isClosedToServer(String key) {
        var bound = keys.boundChats(List.of(key));
        return !bound.isEmpty()
                && !database.client()
                        .sql(statements.closedByKey())
                        .params(bound.values())
                        .query()
                        .listOfRows()
                        .isEmpty();
    }

    /** A page of the whole chat table, in the order of its keys, after {@code last}; null begins. */
    List<ScannedChat> page(@Nullable String last, int size) {
        return scan(statements.page(columns, bound(last).isEmpty()), last, size);
    }

    /** The key of the row after {@code last}, of which no more can be read. */
    Optional<String> keyAfter(@Nullable String last) {
        var key = List.of(mapping.chat().key());
        return database
                .client()
                .sql(statements.page(key, bound(last).isEmpty()))
                .params(afterAnd(last, 1))
                .query((answer, number) -> keys.ofChat(answer.getObject(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<ScannedChat> scan(String sql, @Nullable String last, int size) {
        return database.client()
                .sql(sql)
                .params(afterAnd(last, size))
                .query((answer, number) -> scanned(Row.of(answer, columns, 1)))
                .list();
    }

    private List<Object> afterAnd(@Nullable String last, int size) {
        var values = new ArrayList<>(bound(last));
        values.add(size);
        return values;
    }

    /** A key that the column cannot hold, since its type was changed, is before all others. */
    private List<Object> bound(@Nullable String last) {
        return last == null ? List.of() : keys.boundChats(List.of(last)).values();
    }

    /** What a row says by itself. */
    ScannedChat scanned(Row row) {
        var changedAt = mapping.chat().changeTimes().stream()
                .map(column -> Optional.ofNullable(times.read(row.value(column))))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        boolean isWanted = isClosed(row) && !isIgnored(row);
        return new ScannedChat(id(row), isWanted, changedAt.orElse(null));
    }

    /** A page of the chats in which a conversation goes on, in the order of their keys, after {@code last}; null begins. */
    List<ScannedChat> openPage(@Nullable String last, int size) {
        var open = mapping.chat().open();
        return open == null
                ? List.of()
                : scan(statements.openPage(columns, open, bound(last).isEmpty()), last, size);
    }
}
