package dev.dictamen.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where an outcome came from: who answered what, at what price.
 *
 * @param judgedBy who gave it; null where nobody answered
 * @param usage what all its answers cost
 * @param attempts questions asked
 * @param rawAnswer what the model answered last, unread, for audit; null where no model did
 */
public record Provenance(
        @Nullable JudgedBy judgedBy,
        Usage usage,
        int attempts,
        @Nullable String rawAnswer) {
    /** Nobody was asked. */
    public static final Provenance NOBODY = new Provenance(null, Usage.NONE, 0, null);

    public Provenance {
        usage = usage == null ? Usage.NONE : usage;
    }
}
