package dev.dictamen.ingest.gate;

import dev.dictamen.contract.SkipReason;
import org.jspecify.annotations.Nullable;

/** What the gate does with one found record. */
sealed interface Decision {
    /** The chat goes on under this revision. */
    record Emit(long revision) implements Decision {}

    /** The chat went on before, perhaps in vain: it goes on again under the revision it had. */
    record EmitAgain(long revision) implements Decision {}

    /** Nothing changed since the version that went on last. */
    record Unchanged() implements Decision {}

    /** A later version went on already. */
    record Outdated() implements Decision {}

    /**
     * The rule of the gate; {@code last} is null for a chat never seen. A revision only ever grows. That a chat has vanished
     * or cannot be read any more since it was seen changes nothing.
     */
    static Decision of(@Nullable LastEmitted last, String hash, FoundAt found, @Nullable SkipReason skipReason) {
        if (last == null) {
            return new Emit(Math.max(1, found.timestampMs()));
        }
        if (last.hasContent(hash)) {
            return last.cameFrom(found) ? new EmitAgain(last.revision()) : new Unchanged();
        }
        boolean isLost = skipReason == SkipReason.VANISHED || skipReason == SkipReason.UNREADABLE;
        if (isLost || last.isNewerThan(found)) {
            return new Outdated();
        }
        return new Emit(Math.max(last.revision() + 1, found.timestampMs()));
    }
}
