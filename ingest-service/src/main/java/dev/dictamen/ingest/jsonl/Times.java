package dev.dictamen.ingest.jsonl;

import dev.dictamen.ingest.found.TimeBounds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a time, or nothing where the value does not say one beyond doubt. Text needs a date, a time and an offset from
 * UTC, or is a number. A number is seconds, milliseconds, microseconds or nanoseconds since 1970, whichever one of them falls into
 * the years 2000 to 2100.
 */
public final class Times {
    private Times() {}

    /** The time that the value says; null where it says none, or one beyond {@link TimeBounds}. */
    public static @Nullable Instant read(JsonNode value) {
        if (value.isString()) {
            return WrittenTimes.read(value.asString().strip());
        }
        return value.isNumber() ? TimeBounds.ofNumber(value.decimalValue()) : null;
    }
}
