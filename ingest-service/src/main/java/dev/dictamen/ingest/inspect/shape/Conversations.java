package dev.dictamen.ingest.inspect.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rows of one sample that belong together because a column has the same value: numbers of rows, in their order. Groups of one
 * row tell nothing and are left out of every measure.
 */
public final class Conversations {
    private static final int FEWEST_GROUPS = 3;
    private static final double STRAY = 0.05;

    private final Map<String, List<Integer>> groups;

    private Conversations(Map<String, List<Integer>> groups) {
        this.groups = groups;
    }

    /** Groups by {@code links}, the rows in the sample's order; rows without a link belong to none. */
    public static Conversations of(List<String> links) {
        return of(links, List.of());
    }

    /** Groups by {@code links}, the rows ordered by {@code times} where there are any. */
    public static Conversations of(List<String> links, List<String> times) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (int row = 0; row < links.size(); row++) {
            var link = links.get(row);
            if (!link.isBlank() && !link.equals("0")) {
                groups.computeIfAbsent(link, any -> new ArrayList<>()).add(row);
            }
        }
        if (!times.isEmpty()) {
            groups.values().forEach(rows -> rows.sort((one, other) -> Long.compare(at(times, one), at(times, other))));
        }
        return new Conversations(groups);
    }

    private static long at(List<String> times, int row) {
        return Seconds.of(times.get(row)).orElse(0);
    }

    /** Each group's rows, by the value that they have in common. */
    public Map<String, List<Integer>> groups() {
        return Map.copyOf(groups);
    }

    /** The mean number of rows of a group; 0 where there are none. */
    public double meanSize() {
        return groups.values().stream().mapToInt(List::size).average().orElse(0);
    }

    /**
     * How far a column's values take turns: the mean share of steps from one row to the next at which they change, 0 to 1. 0 where
     * fewer than half of the groups have two values at all: a mark that is the same in a whole group takes no turns.
     */
    public double turns(List<String> values) {
        var larger = larger();
        long mixed = larger.stream().filter(rows -> distinct(values, rows) > 1).count();
        return larger.size() < FEWEST_GROUPS || 2 * mixed < larger.size()
                ? 0
                : mean(
                        larger,
                        rows -> (double) IntStream.range(1, rows.size())
                                        .filter(at -> !values.get(rows.get(at)).equals(values.get(rows.get(at - 1))))
                                        .count()
                                / (rows.size() - 1));
    }

    /** The share of groups with more than one row that begin with this value. */
    public double opens(List<String> values, String value) {
        return mean(larger(), rows -> values.get(rows.getFirst()).equals(value) ? 1 : 0);
    }

    /** The share of steps at which a time does not go back; 0 where it is missing in more than a few rows. */
    public double growth(List<String> times) {
        var larger = larger();
        long missing = larger.stream()
                .flatMap(List::stream)
                .filter(row -> Seconds.of(times.get(row)).isEmpty())
                .count();
        long rows = larger.stream().mapToInt(List::size).sum();
        return larger.size() < FEWEST_GROUPS || missing > STRAY * rows
                ? 0
                : mean(
                        larger,
                        group -> (double) IntStream.range(1, group.size())
                                        .filter(at -> at(times, group.get(at)) >= at(times, group.get(at - 1)))
                                        .count()
                                / (group.size() - 1));
    }

    /** The mean time from a group's first row to its last, as a share of the time that the sample spans; 1 where nothing tells. */
    public double span(List<String> times) {
        var all = times.stream()
                .flatMapToLong(value -> Seconds.of(value).stream())
                .summaryStatistics();
        double whole = all.getCount() == 0 ? 0 : all.getMax() - all.getMin();
        return whole <= 0
                ? 1
                : mean(larger(), rows -> Math.abs(at(times, rows.getLast()) - at(times, rows.getFirst())) / whole);
    }

    /** The time of each group's first row, by the value that the group has in common. */
    public Map<String, OptionalLong> begins(List<String> times) {
        var begins = new LinkedHashMap<String, OptionalLong>();
        groups.forEach((link, rows) -> begins.put(link, Seconds.of(times.get(rows.getFirst()))));
        return begins;
    }

    /** The time of each group's last row, by the value that the group has in common. */
    public Map<String, OptionalLong> ends(List<String> times) {
        var ends = new LinkedHashMap<String, OptionalLong>();
        groups.forEach((link, rows) -> ends.put(link, Seconds.of(times.get(rows.getLast()))));
        return ends;
    }

    private List<List<Integer>> larger() {
        return groups.values().stream().filter(rows -> rows.size() > 1).toList();
    }

    private static long distinct(List<String> values, List<Integer> rows) {
        var seen = new HashSet<String>();
        rows.forEach(row -> seen.add(values.get(row)));
        return seen.size();
    }

    private static double mean(List<List<Integer>> groups, ToDoubleFunction<List<Integer>> measure) {
        return groups.stream().mapToDouble(measure).average().orElse(0);
    }
}
