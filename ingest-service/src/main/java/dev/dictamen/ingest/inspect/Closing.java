package dev.dictamen.ingest.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** The column that looks like a status. */
    static Optional<ColumnSample> statusOf(TableSample chats) {
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
                    column.name(), byWord, others(column, byWord, Hint.OPEN::isIn), "the words say so", true));
        }
        if (column.isFlag() && Hint.CLOSED.isIn(column.name())) {
            return Optional.of(
                    new Closing(column.name(), List.of("1"), List.of("0"), "a flag with a name of closing", true));
        }
        return Optional.of(byClosingTime(chats, column, closedAt).orElseGet(() -> mostFrequent(column)));
    }

    /** The value whose rows have a closing time; those whose rows mostly have none are open. */
    private static Optional<Closing> byClosingTime(TableSample chats, ColumnSample status, Optional<String> closedAt) {
        if (closedAt.isEmpty()) {
            return Optional.empty();
        }
        var times = chats.column(closedAt.get()).values();
        Map<String, Double> shares = IntStream.range(0, status.values().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        status.values()::get,
                        Collectors.averagingDouble(row -> ColumnSample.isSet(times.get(row)) ? 1 : 0)));
        var counts = status.counts();
        return shares.keySet().stream()
                .filter(value -> shares.getOrDefault(value, 0.0) > MOSTLY)
                .max(Comparator.comparingDouble(
                        value -> shares.getOrDefault(value, 0.0) * counts.getOrDefault(value, 0L)))
                .map(value -> new Closing(
                        status.name(),
                        List.of(value),
                        others(status, List.of(value), other -> shares.getOrDefault(other, 0.0) < MOSTLY),
                        Math.round(100 * shares.getOrDefault(value, 0.0)) + " % of its rows have " + closedAt.get(),
                        true));
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
        return Hint.CLOSED.isIn(value) && !Hint.OPEN.isIn(value) && !Hint.DENIAL.isIn(value);
    }

    private static List<String> others(ColumnSample status, List<String> closed, Predicate<String> isOpen) {
        return status.counts().keySet().stream()
                .filter(value -> !value.isBlank() && !closed.contains(value) && isOpen.test(value))
                .sorted()
                .toList();
    }
}
