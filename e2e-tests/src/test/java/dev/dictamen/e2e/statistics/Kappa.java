package dev.dictamen.e2e.statistics;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Weighted kappa by disagreement: one less what the pairs disagree over what they would if each first grade met each second one. Its
 * variance is that of the pairs' influence on it.
 */
final class Kappa {
    private final List<Pair> pairs;
    private final IntToDoubleFunction disagreement;

    private Kappa(List<Pair> pairs, IntToDoubleFunction disagreement) {
        this.pairs = pairs;
        this.disagreement = disagreement;
    }

    static Interval linear(List<Pair> pairs) {
        return new Kappa(pairs, distance -> distance).interval();
    }

    static Interval quadratic(List<Pair> pairs) {
        return new Kappa(pairs, distance -> (double) distance * distance).interval();
    }

    private Interval interval() {
        double observed = pairs.stream().mapToDouble(this::of).average().orElseThrow();
        double expected = pairs.stream()
                .mapToDouble(pair -> ofFirst(pair.first()))
                .average()
                .orElseThrow();
        double variance = pairs.stream()
                        .mapToDouble(pair -> influence(pair, observed, expected))
                        .map(influence -> influence * influence)
                        .average()
                        .orElseThrow()
                / pairs.size();
        return Interval.around(1 - observed / expected, variance);
    }

    /** By how much kappa would move towards one more such pair. */
    private double influence(Pair pair, double observed, double expected) {
        double met = ofFirst(pair.first()) + ofSecond(pair.second()) - 2 * expected;
        return observed / (expected * expected) * met - (of(pair) - observed) / expected;
    }

    private double of(Pair pair) {
        return between(pair.first(), pair.second());
    }

    private double ofFirst(int grade) {
        return pairs.stream()
                .mapToDouble(pair -> between(grade, pair.second()))
                .average()
                .orElseThrow();
    }

    private double ofSecond(int grade) {
        return pairs.stream()
                .mapToDouble(pair -> between(pair.first(), grade))
                .average()
                .orElseThrow();
    }

    private double between(int one, int other) {
        return disagreement.applyAsDouble(Math.abs(one - other));
    }
}
