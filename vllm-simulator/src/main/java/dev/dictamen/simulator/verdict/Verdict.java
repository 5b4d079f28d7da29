package dev.dictamen.simulator.verdict;

import java.util.List;

/**
 * What the rules say of a chat.
 *
 * @param score one of horrible, bad, neutral, good, great
 * @param reason Spanish, at most {@value #MAX_REASON} characters
 * @param improvement Spanish, at most {@value #MAX_IMPROVEMENT} characters
 * @param keyMessages indices of the agent messages that decided it, ascending, at most {@value #MAX_KEY_MESSAGES}
 * @param customerMessages indices of the customer's messages, for a fault that needs a wrong one
 * @param analysis the signals and points, in English as a model's analysis would be
 */
public record Verdict(
        String score,
        String reason,
        String improvement,
        List<Integer> keyMessages,
        List<Integer> customerMessages,
        String analysis) {
    /** Most characters of a reason. */
    public static final int MAX_REASON = 500;

    /** Most characters of an improvement. */
    public static final int MAX_IMPROVEMENT = 800;

    /** Most key messages. */
    public static final int MAX_KEY_MESSAGES = 5;

    /** The same under another score, and a few words more of why: the rules leave room for them. */
    Verdict graded(String anotherScore, String because) {
        return new Verdict(
                anotherScore,
                reason + because,
                improvement,
                keyMessages,
                customerMessages,
                analysis + "; drifted to " + anotherScore);
    }
}
