package dev.dictamen.gateway.comparison;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How many of all chats are of one kind, with the interval that holds the true share in 95 of 100 cases (Wilson 1927).
 *
 * @param share 0 to 1; null of no chats, as its interval then is
 * @param enough whether the chats are so many that shares may be ranked
 */
record Share(
        long count,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high,
        boolean enough) {
    private static final double ERROR_RATE = 0.05;
    private static final long FEWEST = 20;

    static Share of(long count, long total) {
        if (total == 0) {
            return new Share(count, null, null, null, false);
        }
        Interval interval = wilson(count, total);
        return new Share(
                count, (double) count / total, interval.getLowerBound(), interval.getUpperBound(), isEnough(total));
    }

    /** Of at least one chat. */
    static Interval wilson(long count, long total) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(total), Math.toIntExact(count), ERROR_RATE);
    }

    /** Whether shares of so many chats may be ranked. */
    static boolean isEnough(long total) {
        return total >= FEWEST;
    }
}
