package dev.dictamen.ingest.inspect.draft;

import java.util.List;

/**
 * A mapping to begin with.
 *
 * @param yaml its text, comments and all
 * @param asks what only a person can decide, each with the key to edit
 */
public record Draft(String yaml, List<String> asks) {
    public Draft {
        asks = List.copyOf(asks);
    }
}
