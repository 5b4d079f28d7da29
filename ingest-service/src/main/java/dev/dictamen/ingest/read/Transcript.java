package dev.dictamen.ingest.read;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Role;
import dev.dictamen.ingest.found.ChatLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of one chat as they are read; it stops keeping them when a bound is passed, and says which. */
final class Transcript {
    private final List<ChatMessage> messages = new ArrayList<>();
    private long bytes;
    private boolean isIgnored;
    private @Nullable String tooLarge;
    private @Nullable String agentName;
    private @Nullable Throwable failure;
    private @Nullable Instant lastSentAt;

    void add(Role role, String text, @Nullable Instant sentAt, @Nullable String author) {
        if (role == Role.AGENT && author != null) {
            agentName = author;
        }
        if (sentAt != null && (lastSentAt == null || sentAt.isAfter(lastSentAt))) {
            lastSentAt = sentAt;
        }
        if (tooLarge != null) {
            return;
        }
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        if (messages.size() == ChatLimits.MESSAGES) {
            refuse("more than " + ChatLimits.MESSAGES + " messages");
        } else if (bytes > ChatLimits.CHAT_BYTES) {
            refuse("more than " + ChatLimits.CHAT_BYTES + " bytes of text");
        } else {
            messages.add(new ChatMessage(messages.size(), role, text, sentAt));
        }
    }

    /** A message whose text was not even fetched. */
    void addTooLong(long characters) {
        refuse("message " + messages.size() + " has " + characters + " characters, more than " + ChatLimits.TEXT);
    }

    private void refuse(String reason) {
        if (tooLarge == null) {
            tooLarge = reason;
        }
        messages.clear();
    }

    /** A message of it could not be read. */
    void fail(Throwable cause) {
        failure = cause;
        messages.clear();
    }

    /** Why it could not be read; null where it could. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether not one message was seen, whatever its size. */
    boolean isEmpty() {
        return messages.isEmpty() && tooLarge == null;
    }

    /** The chat is not to be published. */
    void ignore() {
        isIgnored = true;
    }

    boolean isIgnored() {
        return isIgnored;
    }

    /** Which bound was passed; null for none. */
    @Nullable
    String tooLarge() {
        return tooLarge;
    }

    /** Name of the agent who wrote last. */
    @Nullable
    String agentName() {
        return agentName;
    }

    @Nullable
    Instant lastSentAt() {
        return lastSentAt;
    }

    List<ChatMessage> messages() {
        return List.copyOf(messages);
    }
}
