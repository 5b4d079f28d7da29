package dev.dictamen.ingest.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dictamen.ingest.jsonl.UnreadTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of one body.
 *
 * @param accepted chats that the broker has acknowledged
 * @param rejected lines that were refused, in their order
 * @param unreadTimes what stood where a time stands and could not be read; left out where there is nothing
 */
record CaptureAnswer(
        int accepted,
        List<Rejection> rejected,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NoTimes unreadTimes) {
    CaptureAnswer(int accepted, List<Rejection> rejected, UnreadTimes times) {
        this(accepted, rejected, times.count() == 0 ? null : new NoTimes(times.count(), times.examples()));
    }

    /**
     * Times of accepted chats that are null there.
     *
     * @param examples the first different ones, quoted
     */
    record NoTimes(long count, List<String> examples) {}

    /**
     * A refused line.
     *
     * @param line its number, counted from 1 over all lines
     * @param chatId the chat's id where it could be read
     * @param reason one English sentence
     */
    record Rejection(long line, @Nullable String chatId, String reason) {}
}
