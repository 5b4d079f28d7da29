package dev.dictamen.ingest.capture;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.found.ClosingTime;
import dev.dictamen.ingest.found.FoundTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A topic that remembers what it was sent; it can be told to refuse everything after some chats. */
final class RecordingTopic implements FoundTopic {
    final List<ClosedChat> chats = new ArrayList<>();
    int refuseAfter = Integer.MAX_VALUE;

    @Override
    public CompletableFuture<?> send(ClosedChat chat, ClosingTime closingTime) {
        if (chats.size() >= refuseAfter) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        chats.add(chat);
        return CompletableFuture.completedFuture(null);
    }
}
