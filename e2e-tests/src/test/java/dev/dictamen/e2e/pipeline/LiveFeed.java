package dev.dictamen.e2e.pipeline;

import dev.dictamen.testing.guarantee.NothingLost;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Chats that close all the time, at a steady rate, and are sent to ingest-service as other programs send them. */
final class LiveFeed implements AutoCloseable {
    private final NothingLost accepted = new NothingLost();
    private final IngestApi ingest;
    private final String prefix;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private LiveFeed(IngestApi ingest, String prefix) {
        this.ingest = ingest;
        this.prefix = prefix;
    }

    static LiveFeed start(RunningStack stack, String prefix, int perSecond) throws IOException {
        var feed = new LiveFeed(new IngestApi(stack), prefix);
        feed.clock.scheduleAtFixedRate(feed::sendOne, 0, 1_000 / perSecond, TimeUnit.MILLISECONDS);
        return feed;
    }

    private void sendOne() {
        int number = accepted.count();
        try {
            if (ingest.send(GeneratedChats.line(prefix, number)) == 200) {
                accepted.sent(List.of(prefix + "-" + number));
            }
        } catch (IOException again) {
            // the same chat is sent at the next tick
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The chats that were accepted. */
    NothingLost accepted() {
        return accepted;
    }

    /** Sends nothing more. */
    @Override
    public void close() {
        clock.close();
        ingest.close();
    }
}
