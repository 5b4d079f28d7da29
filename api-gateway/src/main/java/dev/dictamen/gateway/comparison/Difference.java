package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Word;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * By how much the share of a grade changed from one run to the other over the same chats, with its 95 % interval (Newcombe 1998, paired,
 * method 10): treating the runs as two independent groups would make the interval far too wide.
 *
 * @param value the run's share less the one compared with; null of no chats, as its interval then is
 */
record Difference(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        Direction direction) {
    private static final long FEWEST_CHANGED = 10;

    /** What may be said of a change. */
    enum Direction implements Word {
        UP,
        DOWN,
        /** The interval holds 0. */
        SAME,
        /** Too few chats, or too few that changed. */
        UNKNOWN
    }

    /** The columns' share less the rows'. */
    static Difference of(ShiftMatrix.Pairs pairs) {
        long total = pairs.total();
        if (total == 0) {
            return new Difference(null, null, null, Direction.UNKNOWN);
        }
        double first = (double) (pairs.both() + pairs.column()) / total;
        double second = (double) (pairs.both() + pairs.row()) / total;
        Interval ofFirst = Share.wilson(pairs.both() + pairs.column(), total);
        Interval ofSecond = Share.wilson(pairs.both() + pairs.row(), total);
        double correlation = correlation(pairs);
        double value = first - second;
        double low = value - length(first - ofFirst.getLowerBound(), ofSecond.getUpperBound() - second, correlation);
        double high = value + length(ofFirst.getUpperBound() - first, second - ofSecond.getLowerBound(), correlation);
        return new Difference(value, low, high, direction(pairs, low, high));
    }

    /** Phi of the two sides, its numerator lessened by half the chats and not below 0 where it is positive. */
    private static double correlation(ShiftMatrix.Pairs pairs) {
        double product = (double) (pairs.both() + pairs.column())
                * (pairs.row() + pairs.neither())
                * (pairs.both() + pairs.row())
                * (pairs.column() + pairs.neither());
        double crossed = (double) pairs.both() * pairs.neither() - (double) pairs.column() * pairs.row();
        double lessened = crossed > 0 ? Math.max(0, crossed - pairs.total() / 2.0) : crossed;
        return product == 0 ? 0 : lessened / Math.sqrt(product);
    }

    private static double length(double one, double other, double correlation) {
        return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
    }

    private static Direction direction(ShiftMatrix.Pairs pairs, double low, double high) {
        if (!Share.isEnough(pairs.total()) || pairs.column() + pairs.row() < FEWEST_CHANGED) {
            return Direction.UNKNOWN;
        }
        if (low > 0) {
            return Direction.UP;
        }
        return high < 0 ? Direction.DOWN : Direction.SAME;
    }
}
