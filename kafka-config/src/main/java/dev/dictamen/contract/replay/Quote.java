package dev.dictamen.contract.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do and cost, as counted before it runs.
 *
 * @param matched closings in the selection, before the sample
 * @param superseded of those, closings that the same chat's later one takes the place of
 * @param alreadyJudged of the rest, those that have a verdict with the same revision, prompt, model and parameters
 * @param notFound named chats that the topics do not hold
 * @param willRun chats that will be asked: what is confirmed
 * @param cost what that takes
 * @param explanation in English, why it is not more: a range that is gone, nothing that matches; null where there is nothing to say
 * @param at when it was counted, UTC
 */
public record Quote(
        long matched,
        long superseded,
        long alreadyJudged,
        long notFound,
        long willRun,
        Cost cost,
        @Nullable String explanation,
        Instant at) {

    /**
     * Tokens, time and money; what was never measured is null.
     *
     * @param tokensIn prompt tokens
     * @param tokensOut generated tokens
     * @param gpuSeconds seconds of all replicas together
     * @param money by the configured price
     * @param currency of {@code money}
     * @param seconds from start to end at the capacity of now
     */
    public record Cost(
            @Nullable Long tokensIn,
            @Nullable Long tokensOut,
            @Nullable Double gpuSeconds,
            @Nullable Double money,
            @Nullable String currency,
            @Nullable Long seconds) {
        /** Nothing was measured yet. */
        public static final Cost UNKNOWN = new Cost(null, null, null, null, null, null);
    }
}
