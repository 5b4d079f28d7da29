package dev.dictamen.bench.replay;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.IngestApi;
import dev.dictamen.bench.rig.SteadyRate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Live chats at a steady rate, by HTTP to ingest-service, until it is stopped. */
final class LiveStream implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final Future<?> sending;

    private LiveStream(IngestApi ingest, String prefix, int perSecond) {
        var chats = new ChatLoad(prefix, prefix.hashCode());
        sending = thread.submit(() -> {
            SteadyRate.send(Integer.MAX_VALUE, perSecond, () -> {
                ingest.sendOne(chats.next());
                sent.incrementAndGet();
            });
            return null;
        });
    }

    static LiveStream start(IngestApi ingest, String prefix, int perSecond) {
        return new LiveStream(ingest, prefix, perSecond);
    }

    /** Returns how many ingest-service has taken; fails where it took one no more. */
    int stop() {
        if (sending.isDone()) {
            throw new IllegalStateException("live chats ended before they should", sending.exceptionNow());
        }
        close();
        return sent.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
