package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Lane;
import dev.dictamen.worker.evaluate.Question;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks the pool for.
 *
 * @param lane how urgent it is
 * @param since since when its chat waits: the oldest of a lane is served first
 * @param weight what it costs a replica, in prompt tokens
 * @param preferred the replica to take when it has room, or null
 * @param avoided the replica to take only when no other is sound, or null
 */
record PermitRequest(
        Lane lane,
        Instant since,
        long weight,
        @Nullable String preferred,
        @Nullable String avoided) {
    /** A generated token costs about as much as two tokens of the prompt. */
    private static final int OUTPUT_FACTOR = 2;

    private static final int EXPECTED_OUTPUT_TOKENS = 500;

    static PermitRequest of(Question question, @Nullable String avoided) {
        long output = Math.min(EXPECTED_OUTPUT_TOKENS, question.sampling().maxTokens());
        return new PermitRequest(
                question.lane(),
                question.timing().since(),
                question.promptTokens() + OUTPUT_FACTOR * output,
                question.replica(),
                avoided);
    }
}
