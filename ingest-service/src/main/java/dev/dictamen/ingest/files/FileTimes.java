package dev.dictamen.ingest.files;

import dev.dictamen.ingest.found.TimeBounds;
import dev.dictamen.ingest.jsonl.Times;
import dev.dictamen.ingest.jsonl.UnreadTimes;
import dev.dictamen.ingest.records.UnreadableFileException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the times of a file: in the forms that its mapping names, then in the usual ones, then as a wall clock in its mapping's zone.
 * Counts what cannot be read, and what could be with a zone.
 */
final class FileTimes {
    private static final DateTimeFormatter WALL_CLOCK = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final List<DateTimeFormatter> forms;
    private final @Nullable ZoneId zone;
    private final UnreadTimes unread = new UnreadTimes();
    private boolean lacksZone;

    FileTimes(List<String> forms, @Nullable ZoneId zone) {
        this.forms = forms.stream().map(FileTimes::formatter).toList();
        this.zone = zone;
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(lenient(pattern))
                    .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                    .toFormatter(Locale.of("es"))
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("the form of time " + pattern + " is not understood: " + e.getMessage()
                    + "; write it like dd/MM/yyyy HH:mm");
        }
    }

    /** With years as the strict reading takes them, and numbers of one digit or two where something stands between them. */
    private static String lenient(String pattern) {
        var years = pattern.replace('y', 'u');
        return years.contains("ddMM") || years.contains("MMdd")
                ? years
                : years.replaceAll("(?<!M)MM(?!M)", "M")
                        .replace("dd", "d")
                        .replace("HH", "H")
                        .replace("hh", "h");
    }

    /** The time that the value says; null where it says none, which is counted unless it is empty. */
    @Nullable
    Instant read(@Nullable JsonNode written) {
        if (written == null) {
            return null;
        }
        var value = FileValues.plain(written);
        var time = value.isString() ? ofText(value, value.asString().strip()) : Times.read(value);
        if (time == null) {
            unread.add(value);
        }
        return time;
    }

    /** The same where it is not known whether the value is a time. */
    static @Nullable Instant ifTime(JsonNode value) {
        return Times.read(value);
    }

    private @Nullable Instant ofText(JsonNode value, String text) {
        for (var form : forms) {
            var time = parsed(form, text);
            if (time != null) {
                return time;
            }
        }
        var time = Times.read(value);
        return time == null ? parsed(WALL_CLOCK, text) : time;
    }

    private @Nullable Instant parsed(DateTimeFormatter form, String text) {
        try {
            var parsed = form.parse(text);
            if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
                return TimeBounds.within(OffsetDateTime.from(parsed).toInstant());
            }
            return inZone(parsed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Instant inZone(TemporalAccessor parsed) {
        var clock = LocalDateTime.from(parsed);
        if (zone == null) {
            lacksZone = true;
            return null;
        }
        return TimeBounds.within(clock.atZone(zone).toInstant());
    }

    UnreadTimes unread() {
        return unread;
    }

    /** Whether there were times that only need a zone. */
    boolean lacksZone() {
        return lacksZone;
    }
}
