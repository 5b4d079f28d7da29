package dev.dictamen.e2e.statistics;

/** A figure and the bounds between which the true one lies in 95 of 100 cases. */
public record Interval(double value, double low, double high) {
    static final double Z = 1.959963984540054;

    /** A share of {@code total} (Wilson 1927): the roots of (p - share)² = z² p (1 - p) / total. */
    static Interval ofShare(long count, long total) {
        double share = (double) count / total;
        double square = 1 + Z * Z / total;
        double linear = -(2 * share + Z * Z / total);
        double root = Math.sqrt(linear * linear - 4 * square * share * share);
        return new Interval(share, (-linear - root) / (2 * square), (-linear + root) / (2 * square));
    }

    /** A normal estimate with this variance. */
    static Interval around(double value, double variance) {
        double half = Z * Math.sqrt(variance);
        return new Interval(value, value - half, value + half);
    }
}
