package dev.dictamen.simulator.options;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads durations as Go writes them, since the flags come from there: {@code 150ms}, {@code 1.5s}, {@code 1m30s}. */
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+|0");

    private GoDuration() {}

    static Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a duration such as 150ms or 1m30s: '" + text + "'");
        }
        double nanos = 0;
        for (var part = PART.matcher(text); part.find(); ) {
            nanos += Double.parseDouble(part.group(1)) * nanosPer(part.group(2));
        }
        return Duration.ofNanos((long) nanos);
    }

    private static double nanosPer(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3600e9;
        };
    }
}
