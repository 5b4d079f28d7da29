package dev.dictamen.simulator.engine;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Which calls go wrong, and how. The choice depends on the seed and the request id alone, so that a run can be repeated
 * whatever the order of arrival.
 *
 * @param ratePercent 0 to 100
 * @param types one of them is drawn for a call that goes wrong
 * @param firstAttemptOnly spares the calls whose attempt is above 1, so that a repair succeeds
 * @param onlyContaining spares the calls whose prompt lacks this text; empty = none is spared
 */
public record FaultPlan(
        double ratePercent, List<Fault> types, boolean firstAttemptOnly, String onlyContaining, long seed) {
    public FaultPlan {
        types = List.copyOf(types);
        if (ratePercent < 0 || ratePercent > 100) {
            throw new IllegalArgumentException("failure-injection-rate must be 0 to 100, got " + ratePercent);
        }
    }

    /** The fault of this call, if it has one. */
    public Optional<Fault> faultOf(String requestId, int attempt, String prompt) {
        if (types.isEmpty() || (firstAttemptOnly && attempt > 1) || !prompt.contains(onlyContaining)) {
            return Optional.empty();
        }
        var random = new SplittableRandom(seed * 31 + requestId.hashCode());
        return random.nextDouble(100) < ratePercent
                ? Optional.of(types.get(random.nextInt(types.size())))
                : Optional.empty();
    }
}
