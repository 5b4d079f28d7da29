package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.shape.Seconds;
import dev.dictamen.ingest.inspect.shape.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells a table's columns of time apart by their names. */
final class ChatTimes {
    private static final double STRAY = 0.05;

    private ChatTimes() {}

    /** When a chat was closed: the column with that name that is filled most often, else what looks like it. */
    static Optional<String> closedAt(TableSample chats) {
        return chats.best(column -> isTime(column) && isClosing(column.name()) ? 1 + column.shareSet() : 0)
                .or(() -> chats.best(column -> closingByShape(chats, column)))
                .map(ColumnSample::name);
    }

    /** A time that some rows lack, later than one that all have: most so where a column of few codes tells which rows lack it. */
    private static double closingByShape(TableSample chats, ColumnSample time) {
        double share = shareOfTimes(time);
        boolean isOfAnother =
                isChange(time.name()) || (Hint.OPENING.isAllOf(time.name()) && !Hint.TIME.isAllOf(time.name()));
        if (!isTime(time) || isOfAnother || share < STRAY || share > 1 - STRAY / 2 || !isLater(chats, time)) {
            return 0;
        }
        return chats.columns().stream()
                .filter(column -> column.isCode() && !column.isTime())
                .map(column -> Split.of(column.values(), time.values()))
                .filter(Split::isClear)
                .mapToDouble(Split::purity)
                .max()
                .orElse(0);
    }

    private static boolean isLater(TableSample chats, ColumnSample time) {
        return chats.those(ChatTimes::isTime).stream()
                .filter(other -> !other.equals(time) && shareOfTimes(other) > 1 - STRAY)
                .anyMatch(other -> IntStream.range(0, time.values().size())
                        .filter(row -> Seconds.of(time.values().get(row)).isPresent())
                        .allMatch(row -> Seconds.of(time.values().get(row)).orElse(0)
                                >= Seconds.of(other.values().get(row)).orElse(0)));
    }

    private static double shareOfTimes(ColumnSample column) {
        return column.values().isEmpty()
                ? 0
                : (double) column.values().stream()
                                .filter(value -> Seconds.of(value).isPresent())
                                .count()
                        / column.values().size();
    }

    /** When a row came to be: by name, else the first time that all rows have. */
    static Optional<String> openedAt(TableSample table) {
        return openedByName(table)
                .or(() -> table
                        .those(column -> isTime(column)
                                && !isChange(column.name())
                                && !isClosing(column.name())
                                && shareOfTimes(column) > 1 - STRAY)
                        .stream()
                        .findFirst()
                        .map(ColumnSample::name));
    }

    /** When a row came to be: a name of nothing else, filled in most rows. */
    static Optional<String> openedByName(TableSample table) {
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
        var updated = chats.best(column -> isTime(column) && isChange(column.name())
                        ? column.shareSet() + (Hint.CHANGED.isIn(column.name()) ? 1 : 0)
                        : 0)
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
