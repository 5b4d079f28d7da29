package dev.dictamen.gateway.history;

import dev.dictamen.gateway.security.Reader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which evaluations a reader asks for; empty or null does not narrow.
 *
 * @param agent an agent's id or name
 * @param evaluated when it was evaluated
 */
record EvaluationFilter(
        Reader reader,
        List<String> scores,
        List<String> types,
        @Nullable String agent,
        @Nullable String team,
        Period evaluated) {
    EvaluationFilter {
        scores = List.copyOf(scores);
        types = List.copyOf(types);
    }

    /**
     * A stretch of time, open where an end is null.
     *
     * @param from this time or later
     * @param to before this time
     */
    record Period(@Nullable Instant from, @Nullable Instant to) {}
}
