package dev.dictamen.rules;

import java.util.List;

/**
 * What the rules say of a chat. No word of the chat is in it.
 *
 * @param score one of horrible, bad, neutral, good, great
 * @param reason Spanish, at most {@value #MAX_REASON} characters (code points)
 * @param improvement Spanish, at most {@value #MAX_IMPROVEMENT} characters (code points)
 * @param keyMessages indices of the agent messages that decided it, ascending, at most {@value #MAX_KEY_MESSAGES}
 * @param analysis the signals and points, in English as a model's analysis would be
 */
public record Ruling(String score, String reason, String improvement, List<Integer> keyMessages, String analysis) {
    /** Most characters of a reason; a verdict's may have 500, so that its reader can put a few words before it. */
    public static final int MAX_REASON = 460;

    /** Most characters of an improvement. */
    public static final int MAX_IMPROVEMENT = 800;

    /** Most key messages. */
    public static final int MAX_KEY_MESSAGES = 5;
}
