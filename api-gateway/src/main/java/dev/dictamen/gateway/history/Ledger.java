package dev.dictamen.gateway.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every chat: {@code closed = scored + skipped + failed + inFlight}.
 *
 * @param failed of them, too, that some service set aside and of which there may be nothing else
 * @param inFlight stored, and without a final outcome of its newest revision
 * @param provisional how many of these show a verdict by rules meanwhile
 * @param oldestInFlightSeconds since the oldest of these was first seen; null when there is none
 * @param skippedBy how many of the skipped have each reason; together all of them
 * @param failedBy the same of the failed; {@code dead_letter} for those that were set aside
 */
public record Ledger(
        long closed,
        long scored,
        long skipped,
        long failed,
        long inFlight,
        long provisional,
        @Nullable Long oldestInFlightSeconds,
        Map<String, Long> skippedBy,
        Map<String, Long> failedBy) {}
