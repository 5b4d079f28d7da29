package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.replay.ReplayReport;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One number for each side, weighted from its grades, and from resolution, turns and latency as the source tells them: those are of the same
 * chats, so they are the same on both sides.
 */
record Composite(Weights weights, Targets targets, Side with, Side run) {
    /** What each component counts, together 1. */
    record Weights(double score, double resolution, double turns, double latency) {}

    /**
     * What is wished for.
     *
     * @param csat the mean grade that counts in full, 1 to 5
     * @param turns messages from which on turns count nothing
     * @param latencySeconds from which on latency counts nothing
     */
    record Targets(double csat, double turns, double latencySeconds) {}

    /** @param score the sum of the components */
    record Side(double score, Components components) {}

    /** What each adds to the sum; null where it is not known, and then it adds nothing. */
    record Components(
            @Nullable Double score,
            @Nullable Double resolution,
            @Nullable Double turns,
            @Nullable Double latency) {
        private double sum() {
            return Stream.of(score, resolution, turns, latency)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }
    }

    /**
     * @param meanWith mean grade of the run compared with; null of none
     * @param meanRun mean grade of the run; null of none
     * @param means what the source tells; null where it tells nothing
     */
    static Composite of(
            ComparisonProperties settings,
            @Nullable Double meanWith,
            @Nullable Double meanRun,
            ReplayReport.@Nullable Means means) {
        Weights weights = settings.compositeWeights();
        Targets targets = settings.compositeTargets();
        return new Composite(
                weights, targets, side(weights, targets, meanWith, means), side(weights, targets, meanRun, means));
    }

    private static Side side(
            Weights weights, Targets targets, @Nullable Double mean, ReplayReport.@Nullable Means means) {
        Double resolution = means == null ? null : means.resolutionRate();
        var components = new Components(
                mean == null ? null : weights.score() * mean / targets.csat(),
                resolution == null ? null : weights.resolution() * resolution,
                below(weights.turns(), targets.turns(), means == null ? null : means.turns()),
                below(weights.latency(), targets.latencySeconds(), means == null ? null : means.latencySeconds()));
        return new Side(components.sum(), components);
    }

    /** The whole weight at 0, nothing from the target on. */
    private static @Nullable Double below(double weight, double target, @Nullable Double value) {
        return value == null ? null : weight * Math.max(0, 1 - value / target);
    }
}
