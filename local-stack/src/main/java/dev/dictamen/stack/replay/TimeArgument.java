package dev.dictamen.stack.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a point in time: ISO-8601 with its zone, or a date, which is the start of that day in UTC. */
final class TimeArgument implements ITypeConverter<Instant> {
    private static final int DATE_LENGTH = 10;

    @Override
    public Instant convert(String text) {
        try {
            return text.length() <= DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : ZonedDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text
                            + "' is no time: 2026-11-20T09:00:00Z, 2026-11-20T10:00:00+01:00, or 2026-11-20 for its start in UTC");
        }
    }
}
