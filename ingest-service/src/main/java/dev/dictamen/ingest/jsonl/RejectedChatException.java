package dev.dictamen.ingest.jsonl;

import org.jspecify.annotations.Nullable;

/** A chat that is refused. The message is one short English sentence for the sender; it never holds chat text. */
public final class RejectedChatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String chatId;

    RejectedChatException(String reason) {
        this(reason, null);
    }

    RejectedChatException(String reason, @Nullable String chatId) {
        super(reason, null, false, false);
        this.chatId = chatId;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The chat's id where it could be read. */
    public @Nullable String chatId() {
        return chatId;
    }
}
