package dev.dictamen.worker.judge;

import dev.dictamen.contract.Usage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a model server said to one call, unread.
 *
 * @param content the text, null where the server gave none
 * @param elsewhere where there is no content: a text with an object that stood in the reasoning or in the arguments of a tool, or null
 * @param finishReason stop, length, …
 * @param model the served model's name
 * @param systemFingerprint what the server says of itself
 * @param usage tokens of this call
 */
public record Completion(
        @Nullable String content,
        @Nullable String elsewhere,
        String finishReason,
        @Nullable String model,
        @Nullable String systemFingerprint,
        Usage usage) {
    /** How a simulator begins its fingerprint. */
    private static final String SIMULATOR = "vllm-simulator-";

    /** Most characters of an answer that are kept for audit. */
    private static final int MOST_KEPT = 8_000;

    /** Whether a simulator answered instead of a model. */
    public boolean isSimulated() {
        return systemFingerprint != null && systemFingerprint.startsWith(SIMULATOR);
    }

    /** Whether there is no content, or the server stopped it at its length. */
    public boolean isEmptyOrCut() {
        return content == null || content.isBlank() || isCut();
    }

    /** Whether the server stopped it at its length. */
    public boolean isCut() {
        return finishReason.equals("length");
    }

    /**
     * The content, or what stood elsewhere, or its beginning, to be kept for audit; half a surrogate pair, which could not be published,
     * as a question mark.
     */
    public @Nullable String forAudit() {
        var said = elsewhere == null ? content : elsewhere;
        if (said == null) {
            return null;
        }
        var kept = said.length() <= MOST_KEPT ? said : said.substring(0, MOST_KEPT);
        return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
