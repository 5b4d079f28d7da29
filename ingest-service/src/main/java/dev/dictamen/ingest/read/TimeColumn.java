package dev.dictamen.ingest.read;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A column of times in which a span is searched.
 *
 * @param zone of the wall clock that DATETIME columns hold
 * @param newest the column's newest value, by whose size the unit of numbers is told; null where there is none
 */
record TimeColumn(LiveColumn column, ZoneId zone, @Nullable Object newest) {
    /** Seconds stay below this, milliseconds below a thousand times that, and so on with microseconds. */
    private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int UNITS = 4;

    /** A time as the column holds it. */
    Object bound(Instant time) {
        return switch (column.type()) {
            case "datetime" -> LocalDateTime.ofInstant(time, zone);
            case "timestamp" -> Timestamp.from(time);
            default -> number(time);
        };
    }

    private BigDecimal number(Instant time) {
        var seconds = BigDecimal.valueOf(time.toEpochMilli(), 3);
        return seconds.scaleByPowerOfTen(3 * unit()).setScale(0, RoundingMode.FLOOR);
    }

    /** How many thousandths of thousandths of a second: 0 seconds, 1 milliseconds, 2 microseconds, 3 nanoseconds. */
    private int unit() {
        var value = newest instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
        int unit = 0;
        while (unit < UNITS - 1 && value.compareTo(FIRST_MILLIS) >= 0) {
            value = value.divide(THOUSAND, MathContext.DECIMAL64);
            unit++;
        }
        return unit;
    }
}
