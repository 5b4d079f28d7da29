package dev.dictamen.ingest.jsonl;

import dev.dictamen.ingest.found.TimeBounds;
import dev.dictamen.kafka.UtcTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a time, or nothing where the value does not say one beyond doubt. Text needs a date, a time and an offset from
 * UTC. A number is seconds, milliseconds, microseconds or nanoseconds since 1970. {@link TimeBounds} has the bounds.
 */
final class Times {
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
        return value.isNumber() ? TimeBounds.ofNumber(value.decimalValue()) : null;
    }

    private static @Nullable Instant ofText(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var utc = UtcTimes.parse(text);
        if (utc != null) {
            return TimeBounds.within(utc);
        }
        try {
            return TimeBounds.within(TEXT.parse(text, OffsetDateTime::from).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
