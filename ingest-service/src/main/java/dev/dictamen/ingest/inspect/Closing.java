package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.shape.Split;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a chat's row says that the chat is closed, and that it goes on.
 *
 * @param column the status column, or the closing time where there is no status
 * @param closed values that mean closed; empty where the closing time alone says it
 * @param open values that mean open; empty where nobody knows
 * @param isSure whether words said it, or the closing times agree
 */
record Closing(String column, List<String> closed, List<String> open, String because, boolean isSure) {
    private static final double MOSTLY = 0.5;
    private static final double ALL = 0.95;

    /** The column that looks like a status: by its name, else because its codes go with the closing time. */
    static Optional<ColumnSample> statusOf(TableSample chats) {
        return byName(chats).or(() -> ChatTimes.closedAt(chats).flatMap(closedAt -> byShape(chats, closedAt)));
    }

    private static Optional<ColumnSample> byShape(TableSample chats, String closedAt) {
        var times = chats.column(closedAt).values();
        return chats.best(column -> {
            if (!column.isCode() || column.isTime() || column.name().equals(chats.key())) {
                return 0;
            }
            var split = Split.of(column.values(), times);
            return split.isClear() ? split.purity() + 1.0 / (1 + split.shares().size()) : 0;
        });
    }

    private static Optional<ColumnSample> byName(TableSample chats) {
        return chats.best(column -> {
            if (!column.isCode() || column.isTime()) {
                return 0;
            }
            if (Hint.STATUS.isAllOf(column.name())) {
                return 3;
            }
            boolean isClosedFlag = Hint.CLOSED.isAllOf(column.name()) && column.isFlag();
            return isClosedFlag
                    ? 2
                    : Hint.STATUS.isIn(column.name()) ? 1.0 / column.name().length() : 0;
        });
    }

    /**
     * A small table that gives the codes of a column their names.
     *
     * @param words each code's name
     */
    record Lookup(String column, String table, Map<String, String> words) {
        Lookup {
            words = Map.copyOf(words);
        }

        boolean isClosed(String code) {
            return words.containsKey(code) && isClosedWord(words.getOrDefault(code, ""));
        }
    }

    /** Whether the column's texts name states, one of which is closed. */
    static boolean isOfStates(ColumnSample column) {
        var values = column.counts().keySet();
        return column.column().isText()
                && values.stream().anyMatch(Closing::isClosedWord)
                && values.stream().anyMatch(Hint.OPEN::says);
    }

    static Optional<Closing> of(TableSample chats, List<Lookup> lookups) {
        return lookups.stream().findFirst().map(Closing::byLookup).or(() -> of(chats));
    }

    private static Closing byLookup(Lookup lookup) {
        var closed = codes(lookup, Closing::isClosedWord);
        return new Closing(
                lookup.column(),
                closed,
                codes(lookup, word -> Hint.OPEN.says(word) && !isClosedWord(word)),
                lookup.table() + " calls them so",
                true);
    }

    private static List<String> codes(Lookup lookup, Predicate<String> wanted) {
        return lookup.words().entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static Optional<Closing> of(TableSample chats) {
        var closedAt = ChatTimes.closedAt(chats);
        var status = statusOf(chats);
        if (status.isEmpty()) {
            return closedAt.map(
                    column -> new Closing(column, List.of(), List.of(), "no status, but a closing time", false));
        }
        var column = status.get();
        var byWord = column.counts().keySet().stream()
                .filter(Closing::isClosedWord)
                .sorted()
                .toList();
        if (!byWord.isEmpty()) {
            return Optional.of(new Closing(
                    column.name(), byWord, others(column, byWord, Hint.OPEN::says), "the words say so", true));
        }
        if (column.isFlag() && Hint.CLOSED.isIn(column.name())) {
            return Optional.of(
                    new Closing(column.name(), List.of("1"), List.of("0"), "a flag with a name of closing", true));
        }
        return Optional.of(byClosingTime(chats, column, closedAt).orElseGet(() -> mostFrequent(column)));
    }

    /** The values whose rows have a closing time; those whose rows mostly have none are open. */
    private static Optional<Closing> byClosingTime(TableSample chats, ColumnSample status, Optional<String> closedAt) {
        if (closedAt.isEmpty()) {
            return Optional.empty();
        }
        var times = chats.column(closedAt.get()).values();
        var shares = Split.of(status.values(), times).shares();
        var counts = status.counts();
        return shares.keySet().stream()
                .filter(value -> shares.getOrDefault(value, 0.0) > MOSTLY)
                .max(Comparator.comparingDouble(
                        value -> shares.getOrDefault(value, 0.0) * counts.getOrDefault(value, 0L)))
                .map(best -> {
                    var closed = shares.keySet().stream()
                            .filter(value -> value.equals(best) || shares.getOrDefault(value, 0.0) >= ALL)
                            .filter(value -> !value.isBlank())
                            .sorted()
                            .toList();
                    return new Closing(
                            status.name(),
                            closed,
                            others(status, closed, other -> shares.getOrDefault(other, 0.0) < MOSTLY),
                            Math.round(100 * shares.getOrDefault(best, 0.0)) + " % of its rows have " + closedAt.get(),
                            true);
                });
    }

    private static Closing mostFrequent(ColumnSample status) {
        var most = status.counts().entrySet().stream()
                .filter(entry -> !entry.getKey().isBlank())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return new Closing(status.name(), List.of(most), List.of(), "the most frequent value, a mere guess", false);
    }

    private static boolean isClosedWord(String value) {
        return Hint.CLOSED.says(value) && !Hint.OPEN.says(value) && !Hint.DENIAL.says(value);
    }

    private static List<String> others(ColumnSample status, List<String> closed, Predicate<String> isOpen) {
        return status.counts().keySet().stream()
                .filter(value -> !value.isBlank() && !closed.contains(value) && isOpen.test(value))
                .sorted()
                .toList();
    }
}
