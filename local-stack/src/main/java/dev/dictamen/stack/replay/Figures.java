package dev.dictamen.stack.replay;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Numbers as a person reads them; a dash where there is none. */
final class Figures {
    static final String NONE = "–";

    private Figures() {}

    /** {@code 1,240}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String count(JsonNode count) {
        return count.isNumber() ? count(Math.round(count.asDouble())) : NONE;
    }

    /** A share from 0 to 1 as {@code 41.3 %}. */
    static String percent(JsonNode share) {
        return share.isNumber() ? decimal(100 * share.asDouble(), 1) + " %" : NONE;
    }

    static String decimal(JsonNode number, int places) {
        return number.isNumber() ? decimal(number.asDouble(), places) : NONE;
    }

    static String decimal(double number, int places) {
        var text = String.format(Locale.ROOT, "%,." + places + "f", number);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** With its sign. */
    static String signed(double number, int places) {
        var text = decimal(number, places);
        return text.startsWith("-") || text.matches("[0.]+") ? text : "+" + text;
    }

    /** The two largest parts of a time: {@code 1 min 28 s}. */
    static String span(double seconds) {
        var span = Duration.ofSeconds(Math.round(seconds));
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toSeconds() + " s";
    }

    static String span(JsonNode seconds) {
        return seconds.isNumber() ? span(seconds.asDouble()) : NONE;
    }

    /** ▲ ▼ ＝, by the sign of a number. */
    static String arrow(double number) {
        return number > 0 ? "▲" : number < 0 ? "▼" : "＝";
    }
}
