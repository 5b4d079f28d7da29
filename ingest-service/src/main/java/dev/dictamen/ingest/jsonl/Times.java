package dev.dictamen.ingest.jsonl;

import dev.dictamen.ingest.found.TimeBounds;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a time, or nothing where the value does not say one beyond doubt. Text needs a date, a time and an offset from
 * UTC, or is a number. A number is seconds, milliseconds, microseconds or nanoseconds since 1970, whichever one of them falls into
 * the years 2000 to 2100.
 */
public final class Times {
    private static final BigDecimal FROM =
            BigDecimal.valueOf(Instant.parse("2000-01-01T00:00:00Z").getEpochSecond());
    private static final BigDecimal UNTIL = BigDecimal.valueOf(TimeBounds.UNTIL.getEpochSecond());
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final int UNITS = 4;

    private Times() {}

    /** The time that the value says; null where it says none, or one beyond {@link TimeBounds}. */
    public static @Nullable Instant read(JsonNode value) {
        if (value.isString()) {
            return WrittenTimes.read(value.asString().strip());
        }
        return value.isNumber() ? ofNumber(value.decimalValue()) : null;
    }

    static @Nullable Instant ofNumber(BigDecimal number) {
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
