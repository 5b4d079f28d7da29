package dev.dictamen.ingest.found;

import dev.dictamen.contract.ClosedChat;
import java.util.concurrent.CompletableFuture;

/** Where chats go that any source saw: the topic found, from which the gate takes them. */
public interface FoundTopic {
    /** Completes when the broker has acknowledged the chat, exceptionally when it did not. May block shortly. */
    default CompletableFuture<?> send(ClosedChat chat) {
        return send(chat, ClosingTime.STATED);
    }

    /** The same for a chat whose closing time may be a guess. */
    CompletableFuture<?> send(ClosedChat chat, ClosingTime closingTime);
}
