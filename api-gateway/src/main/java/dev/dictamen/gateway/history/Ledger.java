package dev.dictamen.gateway.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every chat: {@code closed = scored + skipped + failed + inFlight}.
 *
 * @param inFlight stored, and without a final outcome of its newest revision
 * @param provisional how many of these show a verdict by rules meanwhile
 * @param oldestInFlightSeconds since the oldest of these was first seen; null when there is none
 * @param skippedBy how many of the skipped have each reason; together all of them
 */
public record Ledger(
        long closed,
        long scored,
        long skipped,
        long failed,
        long inFlight,
        long provisional,
        @Nullable Long oldestInFlightSeconds,
        Map<String, Long> skippedBy) {}
