package dev.dictamen.gateway.history;

import org.jspecify.annotations.Nullable;

/**
 * What became of every chat: {@code closed = scored + skipped + failed + inFlight}.
 *
 * @param inFlight stored, and without an outcome of its newest revision
 * @param oldestInFlightSeconds since the oldest of these was first seen; null when there is none
 */
public record Ledger(
        long closed,
        long scored,
        long skipped,
        long failed,
        long inFlight,
        @Nullable Long oldestInFlightSeconds) {}
