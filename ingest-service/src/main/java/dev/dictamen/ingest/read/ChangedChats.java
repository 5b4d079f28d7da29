package dev.dictamen.ingest.read;

import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Closed chats of a database by the time at which their rows say they closed or changed. Reads rows, no messages. */
@SourceComponent
public class ChangedChats {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final SourceDatabase database;
    private final SourceMapping mapping;
    private final ChatRows chats;
    private final Statements statements;
    private final TimeReader times;
    private final ChatKeys keys;
    private final List<String> columns;
    private @Nullable LiveTable table;
    private long tableAskedNanos;

    ChangedChats(SourceDatabase database, SourceMapping mapping, ChatKeys keys) {
        this.database = database;
        this.mapping = mapping;
        this.statements = new Statements(mapping);
        this.times = new TimeReader(mapping.zone());
        this.keys = keys;
        this.chats = new ChatRows(database, mapping, keys, times);
        this.columns = mapping.chat().columns();
    }

    /** The database's clock. */
    public Instant now() {
        return database.client()
                .sql("SELECT UTC_TIMESTAMP(3)")
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    /** The times of a chat's row that an index finds: of its closing, or of changes where none is stated; empty for none. */
    public List<String> indexedTimes() {
        var table = table();
        return timeColumns()
                .filter(column -> table.hasIndexOn(ColumnReference.of(column).column()))
                .toList();
    }

    private Stream<String> timeColumns() {
        var chat = mapping.chat();
        return Stream.concat(Stream.ofNullable(chat.closedAt()), chat.changedAt().stream())
                .filter(column -> ColumnReference.of(column).isOwn())
                .distinct();
    }

    /** As it was some minutes ago at most: asking costs a server of many tables much. */
    private synchronized LiveTable table() {
        if (table == null || System.nanoTime() - tableAskedNanos > KNOWN_FOR.toNanos()) {
            table = LiveSchema.of(database.client())
                    .table(mapping.tableName(mapping.chat().table()))
                    .orElseThrow();
            tableAskedNanos = System.nanoTime();
        }
        return table;
    }

    /** The statement that makes an index by which a span can be searched; empty where no column of the row itself has a time. */
    public Optional<String> missingIndex() {
        var table = mapping.tableName(mapping.chat().table());
        return timeColumns().findFirst().map(column -> "CREATE INDEX dictamen_time ON " + table + " (" + column + ")");
    }

    /** The closed chats of which an indexed time lies from {@code from} to before {@code until}. */
    public ClosedPages between(String time, Instant from, Instant until) {
        var newest = database.client()
                .sql(statements.newest(time))
                .query((answer, row) -> Optional.ofNullable(answer.getObject(1)))
                .single();
        var live = table().column(ColumnReference.of(time).column()).orElseThrow();
        var column = new TimeColumn(live, mapping.zone(), newest.orElse(null));
        return new Between(time, List.of(column.bound(from), column.bound(until)));
    }

    /** A span, passed in the order of a time and the key. */
    private final class Between implements ClosedPages {
        private final String time;
        private final List<Object> ends;
        private List<Object> place = List.of();

        Between(String time, List<Object> ends) {
            this.time = time;
            this.ends = ends;
        }

        @Override
        public Optional<Page> next(int size) {
            var bound = new ArrayList<Object>(ends);
            bound.addAll(place);
            bound.add(size);
            var rows = rows(statements.changedPage(columns, time, place.isEmpty()), bound);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            var last = rows.getLast();
            var at = Objects.requireNonNull(last.value(time), time);
            place = Stream.concat(Stream.of(at, at), keyOf(chats.id(last)).stream())
                    .toList();
            return Optional.of(page(rows));
        }
    }

    /** As it is bound; the database had it a moment ago. */
    private List<Object> keyOf(String id) {
        return keys.boundChats(List.of(id)).values();
    }

    private List<Row> rows(String sql, List<Object> bound) {
        return database.client()
                .sql(sql)
                .params(bound)
                .query((answer, number) -> Row.of(answer, columns, 1))
                .list();
    }

    private ClosedPages.Page page(List<Row> rows) {
        var closed = rows.stream().flatMap(row -> closed(row).stream()).toList();
        return new ClosedPages.Page(closed, rows.size());
    }

    private Optional<ClosedRow> closed(Row row) {
        var scanned = chats.scanned(row);
        var stated = mapping.chat().closedAt();
        return scanned.isClosed()
                ? Optional.of(new ClosedRow(
                        scanned.key(), stated == null ? null : times.read(row.value(stated)), scanned.changedAt()))
                : Optional.empty();
    }

    /** The closed chats among those with the last keys, which are the newest where keys grow. */
    public ClosedPages.Page newest(int size) {
        return page(rows(statements.lastPage(columns), List.of(size)));
    }

    /** All closed chats in the order of their keys, after {@code last}; null begins. */
    public Sweep sweep(@Nullable String last) {
        return new Sweep(last);
    }

    /** A pass of the whole table. */
    public final class Sweep implements ClosedPages {
        private @Nullable String last;

        private Sweep(@Nullable String last) {
            this.last = last;
        }

        @Override
        public Optional<Page> next(int size) {
            var after = last;
            List<Object> bound = new ArrayList<>(after == null ? List.of() : keyOf(after));
            bound.add(size);
            var rows = rows(statements.page(columns, after == null), bound);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            last = chats.id(rows.getLast());
            return Optional.of(page(rows));
        }

        /** The key up to which it has passed; null before the first page. */
        public @Nullable String last() {
            return last;
        }
    }
}
