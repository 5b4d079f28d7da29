package dev.dictamen.ingest.inspect;

import java.util.List;

/**
 * A mapping to begin with.
 *
 * @param yaml its text, comments and all
 * @param asks what only a person can decide, each with the key to edit
 */
record Draft(String yaml, List<String> asks) {
    Draft {
        asks = List.copyOf(asks);
    }
}
