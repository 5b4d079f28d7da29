package dev.dictamen.ingest.inspect.shape;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.OptionalLong;

/** Reads a sampled value as a time, for comparison with others of its kind only: a wall clock counts as UTC. */
public final class Seconds {
    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final DateTimeFormatter WALL_CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private Seconds() {}

    /** Seconds since 1970; empty for nothing, zero and what is no time. */
    public static OptionalLong of(String value) {
        if (value.matches("[1-9][0-9]{8,12}(\\.[0-9]+)?")) {
            long number = (long) Double.parseDouble(value);
            return OptionalLong.of(number >= MILLIS_FROM ? number / 1000 : number);
        }
        if (value.length() < "uuuu-MM-dd HH:mm:ss".length() || value.startsWith("0000")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(LocalDateTime.parse(value, WALL_CLOCK).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return OptionalLong.empty();
        }
    }
}
