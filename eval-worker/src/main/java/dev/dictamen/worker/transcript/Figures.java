package dev.dictamen.worker.transcript;

import dev.dictamen.contract.ClosedChat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The times of a chat that the judge is told instead of being left to compute them, in words. */
public record Figures(String firstResponse, String longestWait, String duration) {
    private static final String UNKNOWN = "no se conoce";

    public static Figures of(ClosedChat chat) {
        var times = WaitingTimes.of(chat);
        return new Figures(inWords(times.firstResponse()), inWords(times.longest()), inWords(times.duration()));
    }

    private static String inWords(@Nullable Duration time) {
        return time == null ? UNKNOWN : TimeInWords.of(time);
    }
}
