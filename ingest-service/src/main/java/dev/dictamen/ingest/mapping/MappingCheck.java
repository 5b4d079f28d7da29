package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.LiveTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** One check under way. */
    private static final class Run {
        private final SourceMapping mapping;
        private final LiveSchema schema;
        private final List<String> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

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
            index(scope, messages.chat());
        }

        /** The tables in reach of a row: its own under the empty name, each join under its own. */
        private @Nullable Map<String, LiveTable> scope(String key, String table, Map<String, JoinedTable> joins) {
            var own = table(key + ".table", table);
            if (own.isEmpty()) {
                return null;
            }
            var scope = new java.util.HashMap<String, LiveTable>();
            scope.put("", own.get());
            joins.forEach((name, join) ->
                    table("joins." + name + ".table", join.table()).ifPresent(found -> scope.put(name, found)));
            joins.forEach((name, join) -> {
                if (scope.containsKey(name)) {
                    find("joins." + name + ".from", scope, join.from());
                    find("joins." + name + ".key", scope, name + "." + join.key());
                }
            });
            return scope;
        }

        private Optional<LiveTable> table(String key, String table) {
            var name = mapping.tableName(table);
            var found = schema.table(name);
            if (found.isEmpty()) {
                problems.add(key + ": there is no table " + name + nearest(name, schema.tableNames()));
            }
            return found;
        }

        private Optional<LiveColumn> find(String key, Map<String, LiveTable> scope, String reference) {
            var column = ColumnReference.of(reference);
            var table = scope.get(column.join());
            if (table == null) {
                if (!isKnownJoin(column.join())) {
                    problems.add(key + ": " + reference + " names the join " + column.join() + ", but there is none");
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

        private boolean isKnownJoin(String name) {
            return mapping.joins().containsKey(name)
                    || mapping.messages().joins().containsKey(name);
        }

        private void time(String key, Map<String, LiveTable> scope, @Nullable String column) {
            if (column != null) {
                find(key, scope, column)
                        .filter(found -> !found.isTime())
                        .ifPresent(found -> problem(key + ": " + column + " is " + found.fullType()
                                + ", but a time is an integer, DATETIME or TIMESTAMP"));
            }
        }

        private void index(Map<String, LiveTable> scope, String reference) {
            var column = ColumnReference.of(reference);
            var table = scope.get(column.join());
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
