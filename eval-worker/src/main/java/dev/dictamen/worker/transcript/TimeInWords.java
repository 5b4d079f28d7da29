package dev.dictamen.worker.transcript;

import java.time.Duration;

/** A time as the judge reads it: "15 min 3 s". */
final class TimeInWords {
    private TimeInWords() {}

    static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
