package dev.dictamen.ingest.jsonl;

import dev.dictamen.ingest.found.TimeBounds;
import dev.dictamen.kafka.UtcTimes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which programs write a time as text: ISO 8601 (extended and basic, with T, a blank or neither before the time, with
 * every form of offset, {@code UTC} and {@code GMT}), RFC 2822 and 1123, {@code Fri Nov 20 09:00:00 +0000 2026} and its kin, numbers as
 * text, {@code /Date(…)/}. A zone's name in brackets behind an offset is passed over.
 */
final class WrittenTimes {
    private static final int LONGEST = 80;
    private static final Pattern NUMBER = Pattern.compile("\\d{9,20}(?:[.,]\\d{1,9})?");
    private static final Pattern WRAPPED = Pattern.compile("/Date\\((\\d{9,20})(?:[+-]\\d{4})?\\)/");
    private static final Pattern ASIDE = Pattern.compile("\\s?(?:\\[[^\\]]{0,40}\\]|\\([^)]{0,40}\\))$");
    private static final Pattern UTC_AT_END =
            Pattern.compile("(?<=[0-9])\\s?(?:UTC|GMT|Z|UT)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern UTC_WITHIN = Pattern.compile(" (?:UTC|GMT) (?=\\d{4}$)");
    private static final Pattern UTC_BEFORE_OFFSET = Pattern.compile("(?:UTC|GMT)\\s?(?=[+-]\\d)");
    private static final Pattern COMMA = Pattern.compile("(?<=:\\d{2}),(?=\\d)");
    private static final Pattern FINE = Pattern.compile("(?<=\\.\\d{9})\\d+");
    private static final List<DateTimeFormatter> FORMS = List.of(
            formatter(new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[' '][XXXXX][XXX][XX][X]")),
            formatter("uuuuMMdd'T'HHmmss[.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]"),
            formatter("[EEE[',']' ']d[' ']['-']MMM[' ']['-']uuuu[' ']H:mm[:ss][' '][XXX][XX][X]"),
            formatter("EEE[',']' 'MMM' 'd' 'H:mm:ss' '[XXX][XX][X]' 'uuuu"),
            formatter("EEE[',']' 'MMM' 'd' 'uuuu' 'H:mm:ss' '[XXX][XX][X]"));

    private WrittenTimes() {}

    private static DateTimeFormatter formatter(String pattern) {
        return formatter(new DateTimeFormatterBuilder().appendPattern(pattern));
    }

    /** Without regard to case. */
    private static DateTimeFormatter formatter(DateTimeFormatterBuilder form) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(form.toFormatter(Locale.ENGLISH))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static @Nullable Instant read(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return null;
        }
        var utc = UtcTimes.parse(text);
        if (utc != null) {
            return TimeBounds.within(utc);
        }
        if (NUMBER.matcher(text).matches()) {
            return TimeBounds.ofNumber(new BigDecimal(text.replace(',', '.')));
        }
        var wrapped = WRAPPED.matcher(text);
        return wrapped.matches() ? TimeBounds.ofNumber(new BigDecimal(wrapped.group(1))) : ofForms(plain(text));
    }

    /** The text in the signs that the forms know. */
    private static String plain(String text) {
        var plain = text.replace('\u2212', '-').replace('\u00a0', ' ').replace('\u202f', ' ');
        plain = ASIDE.matcher(plain).replaceFirst("");
        plain = UTC_AT_END.matcher(plain).replaceFirst("Z");
        plain = UTC_WITHIN.matcher(plain).replaceFirst(" +0000 ");
        plain = UTC_BEFORE_OFFSET.matcher(plain).replaceFirst("");
        plain = COMMA.matcher(plain).replaceFirst(".");
        return FINE.matcher(plain).replaceFirst("");
    }

    private static @Nullable Instant ofForms(String plain) {
        for (var form : FORMS) {
            var time = parsed(form, plain);
            if (time != null) {
                return TimeBounds.within(time);
            }
        }
        return null;
    }

    private static @Nullable Instant parsed(DateTimeFormatter form, String plain) {
        try {
            return form.parse(plain, OffsetDateTime::from).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
