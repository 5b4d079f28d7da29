package dev.dictamen.ingest.figures;

import dev.dictamen.contract.replay.ReplayReport.Intent;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ranks intents by what a tool for each would be worth: frequency, unresolved rate, satisfaction gap and ease, each put on
 * the scale from the least to the most of all intents that came up, and weighed. What is unknown, or the same for all, counts as the middle.
 */
final class Ranking {
    private static final double MIDDLE = 0.5;
    private static final Comparator<Intent> BEST_FIRST = Comparator.comparingDouble(Intent::score)
            .thenComparingLong(Intent::frequency)
            .reversed()
            .thenComparing(Intent::intent);

    private final IntentRules rules;
    private final Scale frequency;
    private final Scale unresolved;
    private final Scale gap;
    private final Scale ease;

    private Ranking(IntentRules rules, List<IntentTally> tallies) {
        this.rules = rules;
        this.frequency = Scale.of(tallies, tally -> (double) tally.frequency());
        this.unresolved = Scale.of(tallies, IntentTally::unresolvedRate);
        this.gap = Scale.of(tallies, this::gap);
        this.ease = Scale.of(tallies, Ranking::ease);
    }

    /** From the least of some values to the most of them. */
    private record Scale(double least, double most) {
        static Scale of(List<IntentTally> tallies, Function<IntentTally, @Nullable Double> value) {
            var known = tallies.stream()
                    .map(value)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double.class::cast)
                    .summaryStatistics();
            return new Scale(known.getMin(), known.getMax());
        }

        /** 0 to 1. */
        double place(@Nullable Double value) {
            return value == null || least == most ? MIDDLE : (value - least) / (most - least);
        }
    }

    /** The intents that came up, the worthiest first. */
    static List<Intent> of(IntentRules rules, List<IntentTally> tallies) {
        var cameUp = tallies.stream().filter(tally -> tally.frequency() > 0).toList();
        var ranking = new Ranking(rules, cameUp);
        return cameUp.stream().map(ranking::intent).sorted(BEST_FIRST).toList();
    }

    private Intent intent(IntentTally tally) {
        return new Intent(
                tally.rule().name(),
                tally.rule().tool(),
                tally.frequency(),
                tally.unresolvedRate(),
                tally.meanCsat(),
                gap(tally),
                tally.rule().effort(),
                tally.topContexts(),
                score(tally));
    }

    private double score(IntentTally tally) {
        var weights = rules.weights();
        return weights.frequency() * frequency.place((double) tally.frequency())
                + weights.unresolved() * unresolved.place(tally.unresolvedRate())
                + weights.csatGap() * gap.place(gap(tally))
                + weights.effort() * ease.place(ease(tally));
    }

    private @Nullable Double gap(IntentTally tally) {
        var csat = tally.meanCsat();
        return csat == null ? null : rules.csatTarget() - csat;
    }

    private static double ease(IntentTally tally) {
        return 1.0 / tally.rule().effort();
    }
}
