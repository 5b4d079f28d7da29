package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import dev.dictamen.ingest.mapping.LiveSchema.LiveView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a mapping against the tables that are there.
 *
 * @param problems what makes the mapping unusable, each with the key, the missing name and the nearest one there is
 * @param warnings what will be slow
 */
public record MappingCheck(List<String> problems, List<String> warnings) {
    /** Looks at every table and column that the mapping names. */
    public static MappingCheck of(SourceMapping mapping, LiveSchema schema) {
        var check = new Run(mapping, schema);
        check.chat();
        check.messages();
        return new MappingCheck(List.copyOf(check.problems), List.copyOf(check.warnings));
    }

    /**
     * What a row can reach.
     *
     * @param tables those that are there: the row's own under the empty name, each join's under its name
     * @param joins those that the mapping names, whether their tables are there or not
     */
    private record Scope(Map<String, LiveTable> tables, Map<String, JoinedTable> joins) {
        LiveTable own() {
            return Objects.requireNonNull(tables.get(""));
        }
    }

    /** One check under way. */
    private static final class Run {
        private final SourceMapping mapping;
        private final LiveSchema schema;
        private final List<String> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final KeyCheck keys = new KeyCheck(this::problem, warnings::add);

        Run(SourceMapping mapping, LiveSchema schema) {
            this.mapping = mapping;
            this.schema = schema;
        }

        void chat() {
            var chat = mapping.chat();
            var scope = scope("chat", chat.table(), mapping.joins());
            if (scope == null) {
                return;
            }
            chat.columns().forEach(column -> find("chat", scope, column));
            if (chat.open() != null) {
                chat.open().columns().forEach(column -> find("chat.open", scope, column));
            }
            Stream.concat(Stream.of(chat.openedAt(), chat.closedAt()), chat.changedAt().stream())
                    .forEach(column -> time("chat", scope, column));
            if (ColumnReference.of(chat.key()).isOwn()) {
                found(scope, chat.key()).ifPresent(key -> keys.chat(scope.own(), key));
            } else {
                problem("chat.key: " + chat.key() + " is a joined column, but a chat's key is one of its own table");
            }
        }

        void messages() {
            var messages = mapping.messages();
            var scope = scope("messages", messages.table(), messages.joins());
            if (scope == null) {
                return;
            }
            messages.columnsButText().forEach(column -> find("messages", scope, column));
            messages.order().forEach(column -> find("messages.order", scope, column));
            find("messages.key", scope, messages.key());
            find("messages.text", scope, messages.text());
            time("messages", scope, messages.sentAt());
            indexes(scope, messages.chat());
            keys(scope);
        }

        private void keys(Scope scope) {
            var messages = mapping.messages();
            var reference = ColumnReference.of(messages.chat());
            var chats = schema.table(mapping.tableName(mapping.chat().table()));
            chats.flatMap(table -> table.column(mapping.chat().key()))
                    .ifPresent(chat -> found(scope, messages.chat())
                            .ifPresent(found -> keys.reference(
                                    Objects.requireNonNull(scope.tables().get(reference.join())), found, chat)));
            if (!reference.isOwn()) {
                found(scope, messages.key()).ifPresent(key -> keys.typed("messages.key", scope.own(), key));
            }
        }

        /** A column that is there; what is not has been named elsewhere. */
        private static Optional<LiveColumn> found(Scope scope, String reference) {
            var column = ColumnReference.of(reference);
            return Optional.ofNullable(scope.tables().get(column.join()))
                    .flatMap(table -> table.column(column.column()));
        }

        private @Nullable Scope scope(String key, String table, Map<String, JoinedTable> joins) {
            var own = followed(key + ".table", table);
            if (own.isEmpty()) {
                return null;
            }
            var tables = new HashMap<String, LiveTable>();
            tables.put("", own.get());
            joins.forEach((name, join) ->
                    table("joins." + name + ".table", join.table()).ifPresent(found -> tables.put(name, found)));
            var scope = new Scope(tables, joins);
            joins.forEach((name, join) -> {
                if (tables.containsKey(name)) {
                    find("joins." + name + ".from", scope, join.from());
                    find("joins." + name + ".key", scope, name + "." + join.key());
                }
                circle(key, name, joins);
            });
            return scope;
        }

        private void circle(String key, String name, Map<String, JoinedTable> joins) {
            var passed = new LinkedHashSet<String>();
            var step = name;
            while (joins.containsKey(step) && passed.add(step)) {
                step = ColumnReference.of(joins.get(step).from()).join();
            }
            if (passed.contains(step)) {
                problem(key + ": the join " + name + " leads in a circle");
            }
        }

        /** A table of chats or messages: the log must tell its changes. */
        private Optional<LiveTable> followed(String key, String table) {
            var name = mapping.tableName(table);
            var view = schema.table(name).isPresent() ? Optional.<LiveView>empty() : schema.view(name);
            if (view.isEmpty()) {
                var found = table(key, table);
                found.filter(schema::hasHiddenColumns).ifPresent(hidden -> problem(hidden(key, hidden.name())));
                return found;
            }
            var reads = view.get().reads();
            problems.add(key + ": " + name
                    + " is a view, and no change is written to the log under a view's name: name the table"
                    + (reads.isEmpty()
                            ? " that it reads, which SHOW CREATE VIEW " + name + " tells"
                            : reads.size() == 1
                                    ? " that it reads, " + reads.getFirst()
                                    : " of its rows, one of " + String.join(", ", reads)));
            return Optional.empty();
        }

        private static String hidden(String key, String table) {
            return key + ": the rows of " + table + ", which is system-versioned, have two columns in the log that its"
                    + " definition hides, so they cannot be followed: name the columns. ALTER TABLE " + table
                    + " DROP SYSTEM VERSIONING (old versions go); ALTER TABLE " + table
                    + " ADD COLUMN valid_from TIMESTAMP(6) GENERATED ALWAYS AS ROW START INVISIBLE, ADD COLUMN valid_to"
                    + " TIMESTAMP(6) GENERATED ALWAYS AS ROW END INVISIBLE, ADD PERIOD FOR SYSTEM_TIME (valid_from,"
                    + " valid_to), ADD SYSTEM VERSIONING";
        }

        private Optional<LiveTable> table(String key, String table) {
            var name = mapping.tableName(table);
            var found = schema.table(name).or(() -> schema.view(name).map(LiveView::rows));
            if (found.isEmpty()) {
                problems.add(key + ": there is no table " + name + nearest(name, schema.tableNames()));
            }
            return found;
        }

        private Optional<LiveColumn> find(String key, Scope scope, String reference) {
            var column = ColumnReference.of(reference);
            var table = scope.tables().get(column.join());
            if (table == null) {
                if (!scope.joins().containsKey(column.join())) {
                    problem(key + ": " + reference + " names the join " + column.join() + ", but there is none"
                            + nearest(column.join(), scope.joins().keySet()));
                }
                return Optional.empty();
            }
            var found = table.column(column.column());
            if (found.isEmpty()) {
                var names = table.columns().stream().map(LiveColumn::name).toList();
                problem(key + ": table " + table.name() + " has no column " + column.column()
                        + nearest(column.column(), names));
            }
            return found;
        }

        private void time(String key, Scope scope, @Nullable String column) {
            if (column != null) {
                find(key, scope, column)
                        .filter(found -> !found.isTime())
                        .ifPresent(found -> problem(key + ": " + column + " is " + found.fullType()
                                + ", but a time is an integer, DATETIME or TIMESTAMP"));
            }
        }

        /** The chat's messages are found from the chat's key backwards: every step needs an index. */
        private void indexes(Scope scope, String chat) {
            var path = new LinkedHashSet<String>();
            Optional<String> step = Optional.of(chat);
            while (step.isPresent() && path.add(step.get())) {
                index(scope, step.get());
                step = Optional.ofNullable(
                                scope.joins().get(ColumnReference.of(step.get()).join()))
                        .map(JoinedTable::from);
            }
        }

        private void index(Scope scope, String reference) {
            var column = ColumnReference.of(reference);
            var table = scope.tables().get(column.join());
            if (table != null && table.column(column.column()).isPresent() && !table.hasIndexOn(column.column())) {
                warnings.add("no index of table " + table.name() + " begins with " + column.column()
                        + ", so reading one chat reads the whole table: CREATE INDEX dictamen_chat ON " + table.name()
                        + " (" + column.column() + ")");
            }
        }

        private void problem(String text) {
            if (!problems.contains(text)) {
                problems.add(text);
            }
        }
    }

    private static String nearest(String name, Collection<String> candidates) {
        return Nearest.to(name, candidates).map(found -> "; nearest: " + found).orElse("");
    }
}
