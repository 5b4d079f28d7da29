package dev.dictamen.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a chat passed each station, UTC.
 *
 * @param closedAt when the chat closed, null where the source has no time
 * @param ingestedAt when Dictamen first saw it
 * @param startedAt when the worker took it up
 * @param evaluatedAt when its outcome was known; orders two outcomes of one revision
 */
public record Timeline(@Nullable Instant closedAt, Instant ingestedAt, Instant startedAt, Instant evaluatedAt) {
    public Timeline {
        Objects.requireNonNull(ingestedAt, "ingestedAt");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(evaluatedAt, "evaluatedAt");
    }
}
