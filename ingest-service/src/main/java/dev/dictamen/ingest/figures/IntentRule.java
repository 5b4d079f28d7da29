package dev.dictamen.ingest.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One thing that customers may want.
 *
 * @param name its name, as a source that knows intents may write it itself
 * @param tool the tool that would serve it
 * @param effort of making that tool, 1 (small) to 3
 * @param phrases a conversation in which any of them is said is about this; at most {@link #MOST_PHRASES}
 */
record IntentRule(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String tool,
        @JsonProperty(required = true) int effort,
        @JsonProperty(required = true) List<Phrase> phrases) {
    private static final int MOST_PHRASES = 100;
    private static final int LONGEST_NAME = 100;

    IntentRule {
        require(isName(name), "name is '" + name + "', but must be of 1 to " + LONGEST_NAME + " characters");
        require(isName(tool), "tool is '" + tool + "', but must be of 1 to " + LONGEST_NAME + " characters");
        require(effort >= 1 && effort <= 3, "effort is " + effort + ", but must be 1, 2 or 3");
        require(phrases.size() <= MOST_PHRASES, phrases.size() + " phrases; at most " + MOST_PHRASES + " are taken");
        phrases = List.copyOf(phrases);
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Whether a conversation is about this: its source says so, or one of the phrases is in what was said. */
    boolean fits(Stated stated, String said) {
        return name.equals(stated.intent()) || phrases.stream().anyMatch(phrase -> phrase.isIn(said));
    }
}
