package dev.dictamen.gateway.comparison;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the composite score is made of.
 *
 * @param weights of score, resolution, turns and latency, from {@code COMPOSITE_WEIGHTS}; together 1
 * @param targets of mean score (1-5), turns, and latency in seconds, from {@code COMPOSITE_TARGETS}
 */
@ConfigurationProperties("comparison")
record ComparisonProperties(
        @DefaultValue({"0.35", "0.35", "0.15", "0.15"}) List<Double> weights,
        @DefaultValue({"4.5", "6", "120"}) List<Double> targets) {
    private static final double ROUNDING = 1e-6;

    ComparisonProperties {
        weights = List.copyOf(weights);
        targets = List.copyOf(targets);
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (weights.size() != 4 || weights.stream().anyMatch(weight -> !(weight >= 0)) || !isOne(sum)) {
            throw new IllegalArgumentException(
                    "COMPOSITE_WEIGHTS: four numbers from 0, together 1 (score, resolution, turns, latency), not "
                            + weights);
        }
        if (targets.size() != 3 || targets.stream().anyMatch(target -> !(target > 0))) {
            throw new IllegalArgumentException(
                    "COMPOSITE_TARGETS: three numbers above 0 (mean score, turns, seconds of latency), not " + targets);
        }
    }

    private static boolean isOne(double sum) {
        return Math.abs(sum - 1) < ROUNDING;
    }

    Composite.Weights compositeWeights() {
        return new Composite.Weights(weights.get(0), weights.get(1), weights.get(2), weights.get(3));
    }

    Composite.Targets compositeTargets() {
        return new Composite.Targets(targets.get(0), targets.get(1), targets.get(2));
    }
}
