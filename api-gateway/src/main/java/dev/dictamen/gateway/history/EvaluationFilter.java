package dev.dictamen.gateway.history;

import dev.dictamen.gateway.auth.Reader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which evaluations a reader asks for; empty or null does not narrow.
 *
 * @param agent an agent's id or name
 * @param from evaluated at this time or later
 * @param to evaluated before this time
 */
record EvaluationFilter(
        Reader reader,
        List<String> scores,
        List<String> types,
        @Nullable String agent,
        @Nullable String team,
        @Nullable Instant from,
        @Nullable Instant to) {
    EvaluationFilter {
        scores = List.copyOf(scores);
        types = List.copyOf(types);
    }
}
