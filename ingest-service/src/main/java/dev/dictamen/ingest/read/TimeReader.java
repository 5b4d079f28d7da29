package dev.dictamen.ingest.read;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads a time column, to the millisecond. 0 means no time. */
final class TimeReader {
    /** Seconds since 1970 stay below this until the year 5138; milliseconds are above it since 1973. */
    private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final ZoneId zone;

    /** {@code zone} is the one of the wall clock that DATETIME columns hold. */
    TimeReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Unix seconds or milliseconds for numbers, the zone's wall clock for DATETIME, itself for TIMESTAMP. */
    @Nullable
    Instant read(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDateTime wallClock -> millis(wallClock.atZone(zone).toInstant());
            case Timestamp timestamp -> millis(timestamp.toInstant());
            case Number number -> unix(new BigDecimal(number.toString()));
            default ->
                throw new IllegalArgumentException(
                        "a time column gave " + value.getClass().getSimpleName());
        };
    }

    private static @Nullable Instant unix(BigDecimal number) {
        if (number.signum() <= 0) {
            return null;
        }
        var ms = number.compareTo(FIRST_MILLIS) < 0 ? number.multiply(THOUSAND) : number;
        return Instant.ofEpochMilli(ms.longValue());
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
