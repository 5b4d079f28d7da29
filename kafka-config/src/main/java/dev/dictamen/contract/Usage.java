package dev.dictamen.contract;

/**
 * What a verdict cost, in tokens, summed over its attempts.
 *
 * @param tokensIn prompt tokens, cached ones included
 * @param tokensCached prompt tokens that the server had in its prefix cache
 * @param tokensReasoning tokens of the analysis channel, part of {@code tokensOut}
 * @param tokensOut generated tokens
 */
public record Usage(int tokensIn, int tokensCached, int tokensReasoning, int tokensOut) {
    /** No tokens yet. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /** The sum of two attempts. */
    public Usage plus(Usage other) {
        return new Usage(
                tokensIn + other.tokensIn,
                tokensCached + other.tokensCached,
                tokensReasoning + other.tokensReasoning,
                tokensOut + other.tokensOut);
    }
}
