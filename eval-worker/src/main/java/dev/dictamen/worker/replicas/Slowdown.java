package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a replica slows down as it fills, learnt from the calls that it answered: the straight line that fits their times best
 * over how many calls ran beside each. (One step of a model server takes the longer, the more sequences it decodes at once.)
 * Older calls count less, by number and by age. Guarded by its pool's lock.
 */
final class Slowdown {
    /** What a call still counts when one more was answered: at most the last two thousand make the line. */
    private static final double KEPT = 0.9995;
    /** After so long a call counts a third, unless fewer than the last two hundred would be left. */
    private static final double MEMORY_SECONDS = 60;

    private static final double MOST_SECONDS_APART = MEMORY_SECONDS / 200;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1_000;
    private static final double FEWEST_CALLS = 100;
    /** Square of the deviation, in calls, below which the times say nothing of the load. */
    private static final double LEAST_VARIANCE = 0.25;
    /** Below this they say too little to hold bulk down by it, or to foretell loads that were not seen. */
    private static final double ENOUGH_VARIANCE = 4;

    private static final double CAUTION = 0.5;
    /** By how much less each answered call may make the known slowdown: bulk comes back by a hundredth a call. */
    private static final double LET_UP = 0.99;

    private double calls;
    private double beside;
    private double seconds;
    private double besideSquared;
    private double secondsSquared;
    private double product;
    private long lastNanos;
    /** By how many seconds each call more makes the others longer. */
    private double slope;
    /** The slope over the time of a call that is alone; 0 where the load does not matter, or nothing is known yet. */
    private double perCall;

    /**
     * Notes an answered call.
     *
     * @param others calls that ran beside it, on average over its life
     * @param took seconds
     */
    void answered(double others, double took, long nowNanos) {
        double apart = calls == 0 ? 0 : Math.min(MOST_SECONDS_APART, (nowNanos - lastNanos) / NANOS);
        double kept = KEPT * Math.exp(-apart / MEMORY_SECONDS);
        lastNanos = nowNanos;
        calls = calls * kept + 1;
        beside = beside * kept + others;
        seconds = seconds * kept + took;
        besideSquared = besideSquared * kept + others * others;
        secondsSquared = secondsSquared * kept + took * took;
        product = product * kept + others * took;
        perCall = Math.max(fit(), perCall * LET_UP);
    }

    /**
     * Least squares, half a standard error less than found; 0 while too little is known. What misled it, such as a host that was
     * overloaded for a while, holds bulk down until it is forgotten, not for ever: with little bulk the load hardly varies.
     */
    private double fit() {
        double meanBeside = beside / calls;
        double meanSeconds = seconds / calls;
        double variance = besideSquared / calls - meanBeside * meanBeside;
        if (calls < FEWEST_CALLS || variance < LEAST_VARIANCE) {
            return 0;
        }
        double found = (product / calls - meanBeside * meanSeconds) / variance;
        double unexplained = secondsSquared / calls - meanSeconds * meanSeconds - found * found * variance;
        double standardError = Math.sqrt(Math.max(0, unexplained) / (calls * variance));
        double alone = Math.max(meanSeconds - found * meanBeside, meanSeconds / calls);
        double cautious = Math.max(0, found - CAUTION * standardError) / alone;
        if (variance < ENOUGH_VARIANCE) {
            return Math.min(cautious, perCall);
        }
        slope = found;
        return cautious;
    }

    /** The line through the mean of the calls that count; null before the first was answered. */
    ReplicaStatus.@Nullable ServiceTime serviceTime() {
        return calls == 0
                ? null
                : new ReplicaStatus.ServiceTime(seconds / calls * MILLIS, beside / calls, Math.max(0, slope) * MILLIS);
    }

    /** Most calls that make each other call longer by no more than this share of the time that it takes alone. */
    int callsWithin(double share) {
        return perCall == 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, share / perCall);
    }
}
