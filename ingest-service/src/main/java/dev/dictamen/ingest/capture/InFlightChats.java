package dev.dictamen.ingest.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Chats on their way to the broker: bounded in number and bytes, all acknowledged before the next ones are read. */
final class InFlightChats {
    private static final long BYTES = 4L * 1024 * 1024;

    private final int chats;
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private long bytes;
    private int acknowledged;

    InFlightChats(int chats) {
        this.chats = chats;
    }

    /** Throws {@link BrokerUnavailableException} when this chat or one before it was not taken. */
    void add(CompletableFuture<?> sent, int size) throws InterruptedException {
        underWay.add(sent);
        bytes += size;
        if (sent.isCompletedExceptionally() || underWay.size() >= chats || bytes >= BYTES) {
            await();
        }
    }

    /** Waits for every acknowledgement; the number of chats acknowledged so far. */
    int await() throws InterruptedException {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new BrokerUnavailableException(e.getCause() == null ? e : e.getCause());
        }
        acknowledged += underWay.size();
        underWay.clear();
        bytes = 0;
        return acknowledged;
    }
}
