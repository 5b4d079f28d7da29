package dev.dictamen.ingest.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of one body.
 *
 * @param accepted chats that the broker has acknowledged
 * @param rejected lines that were refused, in their order
 */
record CaptureAnswer(int accepted, List<Rejection> rejected) {
    /**
     * A refused line.
     *
     * @param line its number, counted from 1 over all lines
     * @param chatId the chat's id where it could be read
     * @param reason one English sentence
     */
    record Rejection(long line, @Nullable String chatId, String reason) {}
}
