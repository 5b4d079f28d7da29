package dev.dictamen.worker.judge;

import dev.dictamen.contract.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What the judge answered, unread.
 *
 * @param content the text, null where the server gave none
 * @param finishReason stop, length, …
 * @param model the served model's name
 * @param replica host:port of the replica that answered
 * @param systemFingerprint what the server says of itself
 * @param usage tokens of this answer
 * @param attempts HTTP attempts that it took, at least 1
 */
public record Answer(
        @Nullable String content,
        String finishReason,
        @Nullable String model,
        String replica,
        @Nullable String systemFingerprint,
        Usage usage,
        int attempts) {
    /** How a simulator begins its fingerprint. */
    private static final String SIMULATOR = "vllm-simulator-";

    /** Whether a simulator answered instead of a model. */
    public boolean isSimulated() {
        return isSimulator(systemFingerprint);
    }

    /** Whether there is no content, or the server stopped it at its length. */
    public boolean isEmptyOrCut() {
        return content == null || content.isBlank() || isCut();
    }

    /** Whether the server stopped it at its length. */
    public boolean isCut() {
        return finishReason.equals("length");
    }

    /** Whether a server that calls itself so is a simulator. */
    public static boolean isSimulator(@Nullable String systemFingerprint) {
        return systemFingerprint != null && systemFingerprint.startsWith(SIMULATOR);
    }
}
