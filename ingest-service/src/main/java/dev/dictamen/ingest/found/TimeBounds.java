package dev.dictamen.ingest.found;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Which moments the times of a chat can be, by whichever door it comes: those of the years 1990 to 2100. */
public final class TimeBounds {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    /** Numbers begin later, so that no unit's are another's. */
    private static final BigDecimal FROM =
            BigDecimal.valueOf(Instant.parse("2000-01-01T00:00:00Z").getEpochSecond());

    private static final BigDecimal UNTIL =
            BigDecimal.valueOf(Instant.parse("2101-01-01T00:00:00Z").getEpochSecond());
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    /** Seconds, milliseconds, microseconds, nanoseconds. */
    private static final int UNITS = 4;

    private TimeBounds() {}

    /** The time, or nothing where it is out of bounds. */
    public static @Nullable Instant within(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR ? time : null;
    }

    /**
     * Seconds, milliseconds, microseconds or nanoseconds since 1970, whichever one of them falls into the years 2000 to 2100; nothing
     * where none does.
     */
    public static @Nullable Instant ofNumber(BigDecimal number) {
        var from = FROM;
        var until = UNTIL;
        var unitsPerSecond = BigDecimal.ONE;
        for (int unit = 0; unit < UNITS; unit++) {
            if (number.compareTo(from) >= 0 && number.compareTo(until) < 0) {
                return ofSeconds(number, unitsPerSecond);
            }
            from = from.multiply(THOUSAND);
            until = until.multiply(THOUSAND);
            unitsPerSecond = unitsPerSecond.multiply(THOUSAND);
        }
        return null;
    }

    private static Instant ofSeconds(BigDecimal number, BigDecimal unitsPerSecond) {
        var nanos = number.multiply(NANOS.divide(unitsPerSecond)).toBigInteger();
        var parts = nanos.divideAndRemainder(NANOS.toBigInteger());
        return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    }
}
