package dev.dictamen.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript.
 *
 * @param index position in the chat, counted from 0 over all messages; what {@link Verdict#keyMessages()} refers to
 * @param role who wrote it
 * @param text as written, possibly blank, always valid Unicode
 * @param sentAt when, or null where the source does not say
 */
public record ChatMessage(
        int index, Role role, String text, @Nullable Instant sentAt) {
    public ChatMessage {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }
}
