package dev.dictamen.ingest.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a table's columns of time apart by their names. */
final class ChatTimes {
    private ChatTimes() {}

    /** When a chat was closed: the column with that name that is filled most often. */
    static Optional<String> closedAt(TableSample chats) {
        return chats.best(column -> isTime(column) && isClosing(column.name()) ? 1 + column.shareSet() : 0)
                .map(ColumnSample::name);
    }

    /** When a row came to be: a name of nothing else, filled in most rows. */
    static Optional<String> openedAt(TableSample table) {
        return table.best(column -> {
                    if (!isTime(column) || isClosing(column.name()) || isChange(column.name())) {
                        return 0;
                    }
                    double byName = Hint.OPENING.isAllOf(column.name()) ? 3 : Hint.OPENING.isIn(column.name()) ? 1 : 0;
                    boolean isSaying = !Hint.TIME.isAllOf(column.name()) && Hint.OPENING.isAllOf(column.name());
                    return byName * (column.shareSet() + (isSaying ? 0.5 : 0));
                })
                .map(ColumnSample::name);
    }

    /** The columns that tell when a chat last changed: closing and last messages, or else the time of the last update. */
    static List<String> changedAt(TableSample chats, Optional<String> closedAt) {
        var updated = chats.those(column -> isTime(column) && Hint.CHANGED.isIn(column.name())).stream()
                .max(Comparator.comparingDouble(ColumnSample::shareSet))
                .map(ColumnSample::name);
        var last = chats
                .those(column ->
                        isTime(column) && Words.of(column.name()).contains("last") && Hint.MESSAGE.isIn(column.name()))
                .stream()
                .map(ColumnSample::name)
                .toList();
        return Stream.of(closedAt.stream(), last.stream(), last.isEmpty() ? updated.stream() : Stream.<String>empty())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** The first and the last time in the sample of each column of times: "column first … last". */
    static List<String> ranges(TableSample table) {
        var ranges = new ArrayList<String>();
        for (var column : table.those(ChatTimes::isTime)) {
            var set = column.values().stream()
                    .filter(ColumnSample::isSet)
                    .sorted()
                    .toList();
            if (!set.isEmpty()) {
                ranges.add(column.name() + " " + shown(set.getFirst()) + " … " + shown(set.getLast()));
            }
        }
        return List.copyOf(ranges);
    }

    private static boolean isTime(ColumnSample column) {
        return column.isTime();
    }

    private static boolean isClosing(String name) {
        return Hint.CLOSED.isIn(name) && !Words.of(name).contains("user");
    }

    private static boolean isChange(String name) {
        return Hint.CHANGED.isIn(name) || Words.of(name).contains("last");
    }

    private static String shown(String value) {
        if (!value.matches("[0-9]{10,13}")) {
            return value.substring(0, Math.min(value.length(), 19));
        }
        long number = Long.parseLong(value);
        return (value.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number)).toString();
    }
}
