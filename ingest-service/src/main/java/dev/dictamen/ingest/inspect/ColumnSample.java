package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column's values in the sampled rows, as text.
 *
 * @param values in the rows' order; "" for NULL
 */
record ColumnSample(LiveColumn column, List<String> values) {
    private static final int FEW = 12;
    private static final long YEAR_2001 = 1_000_000_000L;
    private static final long YEAR_2100 = 4_100_000_000L;
    private static final double MOST = 0.9;

    String name() {
        return column.name();
    }

    /** Whether a value says something: neither NULL nor blank nor 0. */
    static boolean isSet(String value) {
        return !value.isBlank() && !value.equals("0");
    }

    /** The share of rows that have something here. */
    double shareSet() {
        return values.isEmpty()
                ? 0
                : (double) values.stream().filter(ColumnSample::isSet).count() / values.size();
    }

    /** Each value with the number of its rows. */
    Map<String, Long> counts() {
        return values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Whether there are so few values that they are codes. */
    boolean isCode() {
        boolean isFitting =
                column.isInteger() || column.isText() || List.of("enum", "bit").contains(column.type());
        var counts = counts();
        return isFitting
                && !counts.isEmpty()
                && counts.size() <= FEW
                && counts.keySet().stream().allMatch(value -> value.isBlank() || Mask.isCode(value));
    }

    /** Whether it says yes or no. */
    boolean isFlag() {
        boolean isSmall = column.type().equals("tinyint") || column.type().equals("bit");
        return isSmall && counts().keySet().stream().allMatch(value -> value.isEmpty() || value.matches("[01]"));
    }

    /** Whether it holds times: by its type, or because its numbers are seconds or milliseconds of this century. */
    boolean isTime() {
        if (!column.isTime()) {
            return false;
        }
        if (!column.isInteger() && !column.type().equals("decimal")) {
            return true;
        }
        var set = values.stream().filter(ColumnSample::isSet).toList();
        return !set.isEmpty() && set.stream().filter(ColumnSample::isUnixTime).count() >= MOST * set.size();
    }

    private static boolean isUnixTime(String value) {
        if (!value.matches("[0-9]{10,13}(\\.[0-9]+)?")) {
            return false;
        }
        long number = (long) Double.parseDouble(value);
        long seconds = number > YEAR_2100 ? number / 1000 : number;
        return seconds >= YEAR_2001 && seconds <= YEAR_2100;
    }

    /** The mean length of what is there. */
    double meanLength() {
        return values.stream()
                .filter(value -> !value.isBlank())
                .mapToInt(String::length)
                .average()
                .orElse(0);
    }
}
