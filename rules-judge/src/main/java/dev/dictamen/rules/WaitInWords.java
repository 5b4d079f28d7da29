package dev.dictamen.rules;

import java.time.Duration;

/** A time between messages, in Spanish. */
final class WaitInWords {
    private WaitInWords() {}

    /** As a Spanish sentence says it: {@code 40 segundos}, {@code 1 minuto}, {@code 2 horas y 5 minutos}. */
    static String of(Duration wait) {
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
