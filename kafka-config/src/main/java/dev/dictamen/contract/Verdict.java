package dev.dictamen.contract;

import java.util.List;
import java.util.Objects;

/**
 * The judge's opinion of the agent's performance in one chat, checked before it is published.
 *
 * @param score the grade
 * @param reason Spanish, explains the grade; at most {@link #MAX_REASON} characters (code points)
 * @param improvement Spanish, how the agent can improve; at most {@link #MAX_IMPROVEMENT} characters (code points)
 * @param keyMessages indices of the agent's messages that decided it, ascending and distinct
 * @param flags what a person should know about how this verdict came to be ("repaired", "truncated", …)
 */
public record Verdict(Score score, String reason, String improvement, List<Integer> keyMessages, List<String> flags) {
    /** Most characters of a reason. */
    public static final int MAX_REASON = 500;
    /** Most characters of an improvement. */
    public static final int MAX_IMPROVEMENT = 800;

    public Verdict {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(improvement, "improvement");
        keyMessages = List.copyOf(keyMessages);
        flags = flags == null ? List.of() : List.copyOf(flags);
    }
}
