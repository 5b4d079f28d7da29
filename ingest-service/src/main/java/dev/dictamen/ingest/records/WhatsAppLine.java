package dev.dictamen.ingest.records;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a message as WhatsApp writes it, in any of its languages: {@code [12/03/24, 14:05:33] Ana: …},
 * {@code 12/3/24, 2:05 p. m. - Ana: …}, {@code 12.03.24, 14:05 - Ana: …}.
 *
 * @param date the date's three numbers as they stand
 * @param clock hour, minute, second of a clock of 24 hours
 * @param isAmerican whether the clock has a bare {@code AM} or {@code PM} in capitals, as in the United States
 * @param rest what stands behind the time, without invisible marks at its beginning
 * @param isMarked whether there was such a mark: WhatsApp's own words have one on iPhones
 */
record WhatsAppLine(Date date, Clock clock, boolean isAmerican, String rest, boolean isMarked) {
    private static final String MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2068\u2069\ufeff";
    private static final Pattern FORM =
            Pattern.compile("\\[?(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4}),?(?: (?:à|às|a las|um|at|kl\\.))? "
                    + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?: ?([AaPp])\\.? ?([Mm])\\.?)?(?:\\]| -) (.*)");

    /** The three numbers of a date, and whether the first of them has four digits. */
    record Date(int first, int second, int third, boolean isYearFirst) {}

    record Clock(int hour, int minute, int second) {}

    /** The order of a date's numbers. */
    enum Order {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** Null where the line begins no message. */
    static @Nullable WhatsAppLine of(String line) {
        var plain =
                withoutMarks(line).replace('\u202f', ' ').replace('\u00a0', ' ').replace('\u2009', ' ');
        if (plain.isEmpty() || !(plain.charAt(0) == '[' || Character.isDigit(plain.charAt(0)))) {
            return null;
        }
        var form = FORM.matcher(plain);
        return form.matches() ? of(form, line) : null;
    }

    private static @Nullable WhatsAppLine of(Matcher form, String line) {
        int hour = Integer.parseInt(form.group(4));
        var half = form.group(7);
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
        }
        var second = form.group(6) == null ? 0 : Integer.parseInt(form.group(6));
        var date = new Date(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                form.group(1).length() == 4);
        // the text itself keeps its blanks
        var rest = line.substring(line.length() - form.group(9).length());
        var unmarked = withoutMarks(rest);
        return new WhatsAppLine(
                date,
                new Clock(hour, Integer.parseInt(form.group(5)), second),
                "M".equals(form.group(8)) && form.group().contains(half + "M"),
                unmarked,
                unmarked.length() < rest.length());
    }

    /** The text without invisible marks at its beginning. */
    static String withoutMarks(String text) {
        int from = 0;
        while (from < text.length() && MARKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }

    static boolean isMarked(String text) {
        return !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
    }

    /** The wall clock's time; null where the numbers are no time in that order. */
    @Nullable
    LocalDateTime time(Order order) {
        try {
            return switch (order) {
                case YEAR_FIRST -> at(date.first, date.second, date.third);
                case DAY_FIRST -> at(year(date.third), date.second, date.first);
                case MONTH_FIRST -> at(year(date.third), date.first, date.second);
            };
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private LocalDateTime at(int year, int month, int day) {
        return LocalDateTime.of(year, month, day, clock.hour, clock.minute, clock.second);
    }

    private static int year(int written) {
        return written < 100 ? 2000 + written : written;
    }
}
