package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.FoundTopic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends chats to the topic found and waits for the broker. */
final class ChatPublisher {
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private final FoundTopic found;

    ChatPublisher(FoundTopic found) {
        this.found = found;
    }

    /**
     * The ids of the chats that cannot be sent as they are, each with why; all others have been acknowledged. Throws {@link NotPublishedException}
     * when the broker does not take what it could.
     */
    Map<String, Throwable> publish(Collection<ReadChat.Publishable> chats) throws InterruptedException {
        Map<String, Throwable> refused = new LinkedHashMap<>();
        Map<String, CompletableFuture<?>> underWay = new LinkedHashMap<>();
        for (ReadChat.Publishable chat : chats) {
            try {
                var sent = found.send(chat.chat(), chat.closingTime());
                underWay.put(chat.id(), sent);
                if (sent.isCompletedExceptionally() && !Trouble.isOfRecord(sent.exceptionNow())) {
                    break;
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                refused.put(chat.id(), e);
            }
        }
        for (var sent : underWay.entrySet()) {
            await(sent.getKey(), sent.getValue(), refused);
        }
        return refused;
    }

    private static void await(String chat, CompletableFuture<?> sent, Map<String, Throwable> refused)
            throws InterruptedException {
        try {
            sent.get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!Trouble.isOfRecord(e)) {
                throw new NotPublishedException(e);
            }
            refused.put(chat, e);
        } catch (TimeoutException e) {
            throw new NotPublishedException(e);
        }
    }
}
