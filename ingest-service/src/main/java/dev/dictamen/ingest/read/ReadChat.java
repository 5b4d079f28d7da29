package dev.dictamen.ingest.read;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.found.ClosingTime;

/** What reading a wanted chat gave. */
sealed interface ReadChat {
    /** A chat to publish. */
    record Publishable(ClosedChat chat, ClosingTime closingTime) implements ReadChat {
        String id() {
            return chat.chatId();
        }
    }

    /** The conversation goes on, or goes on again; {@code key} as the chat's row has it. */
    record Open(String key) implements ReadChat {}

    /** The mapping leaves it out. */
    record Ignored() implements ReadChat {}

    /** No row has that key, and none was ever seen closed. */
    record Absent() implements ReadChat {}

    /** It cannot be read; others can. */
    record Failed(Throwable cause) implements ReadChat {}
}
