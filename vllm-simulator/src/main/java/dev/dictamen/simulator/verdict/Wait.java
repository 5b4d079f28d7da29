package dev.dictamen.simulator.verdict;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and writes a time between messages: {@code 45}, {@code "2 min 5 s"}, {@code "1 h 3 min"}, {@code "PT45S"}. */
final class Wait {
    private static final Pattern PART = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(d|h|min|m|s)\\p{L}*");

    private Wait() {}

    static @Nullable Duration parse(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        return node.isNumber()
                ? seconds(node.asDouble())
                : parse(node.asString("").strip());
    }

    private static @Nullable Duration parse(String text) {
        if (text.startsWith("PT") || text.startsWith("P")) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        return parts(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Duration parts(String text) {
        var matcher = PART.matcher(text);
        @Nullable Duration total = null;
        while (matcher.find()) {
            double amount = Double.parseDouble(matcher.group(1).replace(',', '.'));
            var part = seconds(amount * secondsPer(matcher.group(2)));
            total = total == null ? part : total.plus(part);
        }
        return total;
    }

    private static int secondsPer(String unit) {
        return switch (unit) {
            case "d" -> 86_400;
            case "h" -> 3_600;
            case "min", "m" -> 60;
            default -> 1;
        };
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    /** As a Spanish sentence says it: {@code 40 segundos}, {@code 1 minuto}, {@code 2 horas y 5 minutos}. */
    static String inSpanish(Duration wait) {
        long seconds = wait.toSeconds();
        if (seconds < 90) {
            return counted(Math.max(1, seconds), "segundo");
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return counted(minutes, "minuto");
        }
        long hours = minutes / 60;
        if (hours >= 48) {
            return counted(hours / 24, "día");
        }
        return minutes % 60 == 0
                ? counted(hours, "hora")
                : counted(hours, "hora") + " y " + counted(minutes % 60, "minuto");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
