package dev.dictamen.ingest.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chat table that says that its chat is closed and may be published.
 *
 * @param closedAt the closing time that it states; null where it states none
 * @param changedAt when it says it last changed; null where it does not say
 */
public record ClosedRow(
        String key, @Nullable Instant closedAt, @Nullable Instant changedAt) {
    /** When it closed, as far as the row knows; null where it does not say. */
    public @Nullable Instant at() {
        return closedAt == null ? changedAt : closedAt;
    }
}
