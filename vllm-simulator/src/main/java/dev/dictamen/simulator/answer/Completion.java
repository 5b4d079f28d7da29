package dev.dictamen.simulator.answer;

import dev.dictamen.simulator.protocol.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a generation produced.
 *
 * @param content the final channel; null when it stayed empty
 * @param reasoning the analysis channel
 * @param finishReason stop, length or abort
 * @param tokens all tokens produced, the analysis included
 */
public record Completion(
        @Nullable String content, String reasoning, String finishReason, int reasoningTokens, int tokens) {
    private static final int CONTROL_TOKENS = 13;

    static Completion stop(@Nullable String content, String reasoning) {
        int reasoningTokens = Tokens.of(reasoning);
        int contentTokens = content == null ? 0 : Tokens.of(content);
        return new Completion(
                content, reasoning, "stop", reasoningTokens, reasoningTokens + contentTokens + CONTROL_TOKENS);
    }

    public static Completion aborted() {
        return new Completion(null, "", "abort", 0, 0);
    }

    /** The same cut at a budget: first the content goes, then the analysis. */
    Completion within(int maxTokens) {
        return tokens <= maxTokens ? this : cut(maxTokens);
    }

    /** The budget was used up by the analysis. */
    Completion withoutContent(int maxTokens) {
        return new Completion(null, reasoning, "length", maxTokens, maxTokens);
    }

    private Completion cut(int maxTokens) {
        int left = maxTokens - reasoningTokens - CONTROL_TOKENS;
        if (content == null || left <= 0) {
            return withoutContent(maxTokens);
        }
        int kept = (int) Math.min(content.length(), left * (long) content.length() / Math.max(1, Tokens.of(content)));
        return new Completion(content.substring(0, kept), reasoning, "length", reasoningTokens, maxTokens);
    }
}
