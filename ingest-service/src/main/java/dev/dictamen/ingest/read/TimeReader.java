package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.TimeBounds;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads a time column, to the millisecond, within the bounds of {@link TimeBounds}. 0 means no time. */
final class TimeReader {
    private final ZoneId zone;

    /** {@code zone} is the one of the wall clock that DATETIME columns hold. */
    TimeReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Unix seconds, milliseconds, microseconds or nanoseconds for numbers, the zone's wall clock for DATETIME, itself for TIMESTAMP; nothing
     * for what is no time of a chat, such as a day that no calendar has.
     */
    @Nullable
    Instant read(@Nullable Object value) {
        var time = switch (value) {
            case LocalDateTime wallClock -> wallClock.atZone(zone).toInstant();
            case Timestamp timestamp -> timestamp.toInstant();
            case Number number -> TimeBounds.ofNumber(new BigDecimal(number.toString()));
            case null, default -> null;
        };
        return time == null || TimeBounds.within(time) == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
