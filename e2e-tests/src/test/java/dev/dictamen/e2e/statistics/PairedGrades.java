package dev.dictamen.e2e.statistics;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The grades that two judges gave the same chats. */
public record PairedGrades(List<Pair> pairs) {
    private static final int BEST = 5;

    public PairedGrades {
        pairs = List.copyOf(pairs);
    }

    /** How many chats have each pair; rows are first grades. */
    public List<List<Long>> matrix() {
        return IntStream.rangeClosed(1, BEST).mapToObj(this::row).toList();
    }

    private List<Long> row(int first) {
        return IntStream.rangeClosed(1, BEST)
                .mapToObj(second ->
                        pairs.stream().filter(new Pair(first, second)::equals).count())
                .toList();
    }

    public Interval shareOfFirst(int grade) {
        return Interval.ofShare(count(Pair::first, grade), pairs.size());
    }

    public Interval shareOfSecond(int grade) {
        return Interval.ofShare(count(Pair::second, grade), pairs.size());
    }

    private long count(ToIntFunction<Pair> side, int grade) {
        return pairs.stream().filter(pair -> side.applyAsInt(pair) == grade).count();
    }

    /** The second's share of a grade less the first's (Newcombe 1998, paired, method 10). */
    public Interval difference(int grade) {
        var before = shareOfFirst(grade);
        var after = shareOfSecond(grade);
        double correlation = correlation(grade);
        double value = after.value() - before.value();
        double below = length(after.value() - after.low(), before.high() - before.value(), correlation);
        double above = length(after.high() - after.value(), before.value() - before.low(), correlation);
        return new Interval(value, value - below, value + above);
    }

    private static double length(double one, double other, double correlation) {
        return Math.sqrt(one * one - 2 * correlation * one * other + other * other);
    }

    /** Of having the grade on both sides, with Newcombe's correction for continuity. */
    private double correlation(int grade) {
        double both = pairs.stream().filter(new Pair(grade, grade)::equals).count();
        double firsts = count(Pair::first, grade);
        double seconds = count(Pair::second, grade);
        double total = pairs.size();
        double crossed = both * (total - firsts - seconds + both) - (seconds - both) * (firsts - both);
        double corrected = crossed > 0 ? Math.max(crossed - total / 2, 0) : crossed;
        double margins = firsts * (total - firsts) * seconds * (total - seconds);
        return margins == 0 ? 0 : corrected / Math.sqrt(margins);
    }

    /** Chats that have the grade on one side alone. */
    public long changed(int grade) {
        return pairs.stream()
                .filter(pair -> pair.distance() > 0)
                .filter(pair -> pair.first() == grade || pair.second() == grade)
                .count();
    }

    /** The share of chats whose grades are at most so far apart. */
    public double shareWithin(int distance) {
        return pairs.stream()
                .mapToInt(pair -> pair.distance() <= distance ? 1 : 0)
                .average()
                .orElseThrow();
    }

    public long flipped() {
        return pairs.stream().filter(pair -> pair.distance() > 0).count();
    }

    public double meanOfFirst() {
        return pairs.stream().mapToInt(Pair::first).average().orElseThrow();
    }

    public double meanOfSecond() {
        return pairs.stream().mapToInt(Pair::second).average().orElseThrow();
    }

    public Interval kappaLinear() {
        return Kappa.linear(pairs);
    }

    public Interval kappaQuadratic() {
        return Kappa.quadratic(pairs);
    }
}
