package dev.dictamen.simulator.verdict;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a time between messages: {@code 45}, {@code "2 min 5 s"}, {@code "1 h 3 min"}, {@code "PT45S"}. */
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
}
