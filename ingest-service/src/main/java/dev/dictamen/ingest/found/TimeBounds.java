package dev.dictamen.ingest.found;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that a chat may name, whichever way it comes in: what is beyond them is no time of a chat. */
public final class TimeBounds {
    /** The first time: in UTC, inclusive. */
    public static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
    /** The end of the year 2100 in UTC, exclusive. */
    public static final Instant UNTIL = Instant.parse("2101-01-01T00:00:00Z");

    private TimeBounds() {}

    /** The time, null where it lies beyond the bounds. */
    public static @Nullable Instant within(Instant time) {
        return time.isBefore(FROM) || !time.isBefore(UNTIL) ? null : time;
    }
}
