package dev.dictamen.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who gave a verdict, for audit.
 *
 * @param kind a language model or our own rules
 * @param model the model's served name, null for rules
 * @param replica the replica that answered, as host:port, null for rules
 * @param systemFingerprint what the server said of itself
 * @param promptVersion the prompt file that asked
 * @param promptHash SHA-256 (hex) of that prompt
 * @param askedHash {@code AskedHash} of all that decides a verdict but the chat; null for rules and from older workers
 * @param simulated whether a simulator answered instead of a model; shown wherever a person sees the verdict
 */
public record JudgedBy(
        Kind kind,
        @Nullable String model,
        @Nullable String replica,
        @Nullable String systemFingerprint,
        @Nullable String promptVersion,
        @Nullable String promptHash,
        @Nullable String askedHash,
        boolean simulated) {
    /** What kind of judge. */
    public enum Kind implements Word {
        LLM,
        RULES
    }

    public JudgedBy {
        Objects.requireNonNull(kind, "kind");
    }
}
