package dev.dictamen.ingest.jsonl;

import dev.dictamen.kafka.UtcTimes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a time, or nothing where the value does not say one beyond doubt. Text needs a date, a time and an offset from
 * UTC, in a year of 1990 to 2100. A number is seconds, milliseconds or microseconds since 1970, whichever one of
 * them falls into the years 2000 to 2100.
 */
final class Times {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final BigDecimal FROM =
            BigDecimal.valueOf(Instant.parse("2000-01-01T00:00:00Z").getEpochSecond());
    private static final BigDecimal UNTIL =
            BigDecimal.valueOf(Instant.parse("2101-01-01T00:00:00Z").getEpochSecond());
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final int LONGEST = 40;
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static @Nullable Instant read(Optional<JsonNode> value) {
        return value.map(Times::parse).orElse(null);
    }

    private static @Nullable Instant parse(JsonNode value) {
        if (value.isString()) {
            return ofText(value.asString().strip());
        }
        return value.isNumber() ? ofNumber(value.decimalValue()) : null;
    }

    private static @Nullable Instant ofText(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var utc = UtcTimes.parse(text);
        if (utc != null) {
            return within(utc);
        }
        try {
            return within(TEXT.parse(text, OffsetDateTime::from).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant within(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR ? time : null;
    }

    private static @Nullable Instant ofNumber(BigDecimal number) {
        var from = FROM;
        var until = UNTIL;
        var unitsPerSecond = BigDecimal.ONE;
        for (int unit = 0; unit < 3; unit++) {
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
