package dev.dictamen.kafka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads times of ISO 8601 in UTC, as the contract writes them, without the formatter that knows every form and costs a long chat
 * of thousands of messages milliseconds. What is written otherwise is left to Jackson's own reader, errors included.
 */
public final class UtcTimes extends ValueDeserializer<Instant> {
    private static final int SECONDS_LENGTH = "2026-11-01T10:00:00".length();
    private static final int MOST_DIGITS = 9;

    UtcTimes() {}

    /** The time that {@code 2026-11-01T10:00:00[.123456789]Z} names; null for another form, or no time at all. */
    public static @Nullable Instant parse(String text) {
        int last = text.length() - 1;
        boolean hasForm = last >= SECONDS_LENGTH
                && text.charAt(last) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        if (!hasForm) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = nanos(text, last);
        if (nanos < 0 || !isBelow(24, hour) || !isBelow(60, minute) || !isBelow(60, second)) {
            return null;
        }
        try {
            var date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            return Instant.ofEpochSecond(((date.toEpochDay() * 24 + hour) * 60 + minute) * 60 + second, nanos);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean isBelow(int limit, int value) {
        return value >= 0 && value < limit;
    }

    /** Of the fraction before the last character; negative where that is none. */
    private static int nanos(String text, int last) {
        if (last == SECONDS_LENGTH) {
            return 0;
        }
        int digits = last - SECONDS_LENGTH - 1;
        if (text.charAt(SECONDS_LENGTH) != '.' || digits < 1 || digits > MOST_DIGITS) {
            return -1;
        }
        int nanos = number(text, SECONDS_LENGTH + 1, last);
        for (int i = digits; i < MOST_DIGITS && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Negative where there is anything but digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
        var time = json.hasToken(JsonToken.VALUE_STRING) ? parse(json.getString()) : null;
        return time != null ? time : InstantDeserializer.INSTANT.deserialize(json, context);
    }
}
