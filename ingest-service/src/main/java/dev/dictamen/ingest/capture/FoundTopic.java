package dev.dictamen.ingest.capture;

import dev.dictamen.contract.ClosedChat;
import java.util.concurrent.CompletableFuture;

/** Where captured chats go: the topic found. */
interface FoundTopic {
    /** Completes when the broker has acknowledged the chat, exceptionally when it did not. May block shortly. */
    CompletableFuture<?> send(ClosedChat chat);
}
