package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.FoundTopic;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;

/** Reads chats and publishes what is to be published; returns when the broker has acknowledged it all. */
@SourceComponent
public class ChatReading {
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private final SourceChats chats;
    private final FoundTopic found;
    private final Pace pace;
    private final ReadMetrics metrics;
    private final OpenListener open;

    /** Hears of chats that were wanted but are open. */
    @FunctionalInterface
    public interface OpenListener {
        /** {@code readFromNanos} is when reading began, in {@link System#nanoTime()}. */
        void readOpen(String key, long readFromNanos);
    }

    ChatReading(SourceChats chats, FoundTopic found, SourceProperties source, ReadMetrics metrics, OpenListener open) {
        this.chats = chats;
        this.found = found;
        this.pace = new Pace(source.chatsPerSecond());
        this.metrics = metrics;
        this.open = open;
    }

    /**
     * The ids of what was published. Safe to repeat: the gate drops what it has seen. Throws {@link DataAccessException} when the database does not
     * answer and {@link NotPublishedException} when the broker does not.
     */
    public List<String> readAndPublish(Collection<Wanted> wanted) throws InterruptedException {
        pace.await(wanted.size());
        long begun = System.nanoTime();
        var read = chats.read(wanted);
        metrics.took(Duration.ofNanos(System.nanoTime() - begun));
        var published = publish(read.values());
        read.forEach((chat, result) -> {
            metrics.count(result);
            if (result instanceof ReadChat.Open) {
                open.readOpen(chat.key(), begun);
            }
        });
        return published;
    }

    private List<String> publish(Collection<ReadChat> read) throws InterruptedException {
        var underWay = new ArrayList<CompletableFuture<?>>();
        var published = new ArrayList<String>();
        for (ReadChat each : read) {
            if (each instanceof ReadChat.Publishable(var chat, var closingTime)) {
                underWay.add(found.send(chat, closingTime));
                published.add(chat.chatId());
                if (underWay.getLast().isCompletedExceptionally()) {
                    break;
                }
            }
        }
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            return published;
        } catch (ExecutionException | TimeoutException e) {
            throw new NotPublishedException(e);
        }
    }
}
