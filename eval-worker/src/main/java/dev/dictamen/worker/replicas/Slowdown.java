package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a replica slows down as it fills, learnt from the calls that it answered: the straight line that fits their times best
 * over how many calls ran beside each. (One step of a model server takes the longer, the more sequences it decodes at once.)
 * Older calls count less. Guarded by its pool's lock.
 */
final class Slowdown {
    /** What a call still counts when one more was answered: the last two thousand make the line. */
    private static final double KEPT = 0.9995;

    private static final double MILLIS = 1_000;
    private static final double FEWEST_CALLS = 100;
    /** Square of the deviation, in calls, below which the times say nothing of the load. */
    private static final double LEAST_VARIANCE = 4;

    private double calls;
    private double beside;
    private double seconds;
    private double besideSquared;
    private double secondsSquared;
    private double product;
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
    void answered(double others, double took) {
        calls = calls * KEPT + 1;
        beside = beside * KEPT + others;
        seconds = seconds * KEPT + took;
        besideSquared = besideSquared * KEPT + others * others;
        secondsSquared = secondsSquared * KEPT + took * took;
        product = product * KEPT + others * took;
        fit();
    }

    /** Least squares, a standard error less than found; while the load hardly varies, what was known before stays. */
    private void fit() {
        double meanBeside = beside / calls;
        double meanSeconds = seconds / calls;
        double variance = besideSquared / calls - meanBeside * meanBeside;
        if (calls < FEWEST_CALLS || variance < LEAST_VARIANCE) {
            return;
        }
        slope = (product / calls - meanBeside * meanSeconds) / variance;
        double unexplained = secondsSquared / calls - meanSeconds * meanSeconds - slope * slope * variance;
        double standardError = Math.sqrt(Math.max(0, unexplained) / (calls * variance));
        double alone = Math.max(meanSeconds - slope * meanBeside, meanSeconds / calls);
        perCall = Math.max(0, slope - standardError) / alone;
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
