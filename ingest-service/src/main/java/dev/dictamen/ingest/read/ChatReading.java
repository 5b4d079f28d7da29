package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.FoundTopic;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Reads chats and publishes what is to be published; returns when the broker has acknowledged it all. A chat that fails while others
 * do not is tried a few times and then set aside: published without its messages, if it is closed, with why.
 */
@SourceComponent
public class ChatReading {
    private static final Logger log = LoggerFactory.getLogger(ChatReading.class);
    private static final Duration AGAIN = Duration.ofMillis(500);

    /** Tries of a chat that fails while the database answers. */
    static final int TRIES = 3;
    /** Tries where the failure looks as if the database were away, though it answers. */
    private static final int TRIES_WHERE_IT_BREAKS_OFF = 15;
    /** More chats than this are forgotten, the longest unseen first: they get their tries once more. */
    private static final int MOST = 10_000;

    private final SourceChats chats;
    private final ChatPublisher publisher;
    private final Pace pace;
    private final ReadMetrics metrics;
    private final OpenListener open;
    private final Failures failures = new Failures();

    /** Hears of chats that were wanted but are open, or not there. */
    @FunctionalInterface
    public interface OpenListener {
        /** {@code readFromNanos} is when reading began, in {@link System#nanoTime()}. */
        void readOpen(String key, long readFromNanos);

        /** No row has that key; the same of the time. */
        default void readAbsent(String key, long readFromNanos) {}
    }

    /**
     * What one attempt came to.
     *
     * @param published the ids of what was published
     * @param again chats that could not be read and are to be tried again, some time later
     */
    public record Attempt(List<String> published, List<Wanted> again) {}

    ChatReading(SourceChats chats, FoundTopic found, SourceProperties source, ReadMetrics metrics, OpenListener open) {
        this.chats = chats;
        this.publisher = new ChatPublisher(found);
        this.pace = new Pace(source.chatsPerSecond());
        this.metrics = metrics;
        this.open = open;
    }

    /** The same as {@link #attempt}, again and again until nothing is left to be tried; the ids of what was published. */
    public List<String> readAndPublish(Collection<Wanted> wanted) throws InterruptedException {
        var attempt = attempt(wanted);
        var published = new ArrayList<>(attempt.published());
        while (!attempt.again().isEmpty()) {
            Thread.sleep(AGAIN);
            attempt = attempt(attempt.again());
            published.addAll(attempt.published());
        }
        return published;
    }

    /**
     * Tries each of these chats once. Safe to repeat: the gate drops what it has seen. Throws {@link DataAccessException} when the
     * database does not answer or has no such tables, and {@link NotPublishedException} when the broker does not answer.
     */
    public Attempt attempt(Collection<Wanted> wanted) throws InterruptedException {
        chats.prepare();
        pace.await(wanted.size());
        long begun = System.nanoTime();
        Map<Wanted, ReadChat> read = new LinkedHashMap<>();
        read(List.copyOf(wanted), read);
        metrics.took(Duration.ofNanos(System.nanoTime() - begun));
        var again = new ArrayList<Wanted>();
        read.replaceAll((chat, result) ->
                result instanceof ReadChat.Failed(var cause) ? afterFailure(chat, cause, again) : result);
        var refused = publisher.publish(publishable(read.values()));
        var instead = new ArrayList<ReadChat>();
        read.replaceAll((chat, result) -> {
            var cause = result instanceof ReadChat.Publishable one ? refused.get(one.id()) : null;
            if (cause == null) {
                return result;
            }
            instead.add(afterFailure(chat, cause, again));
            return instead.getLast();
        });
        drop(publisher.publish(publishable(instead)));
        return finished(read, again, begun);
    }

    /** A batch that fails is halved until what fails is one chat. */
    private void read(List<Wanted> wanted, Map<Wanted, ReadChat> results) {
        try {
            results.putAll(chats.read(wanted));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (chats.isOfAll(e)) {
                throw e;
            }
            if (wanted.size() == 1) {
                results.put(wanted.getFirst(), new ReadChat.Failed(e));
                return;
            }
            read(wanted.subList(0, wanted.size() / 2), results);
            read(wanted.subList(wanted.size() / 2, wanted.size()), results);
        }
    }

    private ReadChat afterFailure(Wanted chat, Throwable cause, List<Wanted> again) {
        if (!failures.isGivenUp(chat.key(), cause)) {
            again.add(chat);
            return new ReadChat.Failed(cause);
        }
        log.warn("event=source-chat-set-aside chatId={} reason=\"{}\"", chat.key(), Trouble.textOf(cause));
        return chats.unread(chat, cause);
    }

    /** Each chat once, by whatever names it was wanted. */
    private static Collection<ReadChat.Publishable> publishable(Collection<ReadChat> read) {
        Map<String, ReadChat.Publishable> byId = new LinkedHashMap<>();
        for (ReadChat each : read) {
            if (each instanceof ReadChat.Publishable chat) {
                byId.put(chat.id(), chat);
            }
        }
        return byId.values();
    }

    /** Not even that a chat could not be read can be said of it. */
    private static void drop(Map<String, Throwable> refused) {
        refused.forEach((chat, cause) ->
                log.error("event=source-chat-lost chatId={} reason=\"{}\"", chat, Trouble.textOf(cause)));
    }

    private Attempt finished(Map<Wanted, ReadChat> read, List<Wanted> again, long begun) {
        var published = new LinkedHashSet<String>();
        read.forEach((chat, result) -> {
            metrics.count(result);
            if (!(result instanceof ReadChat.Failed)) {
                failures.succeeded(chat.key());
            }
            if (result instanceof ReadChat.Open(var key)) {
                open.readOpen(key, begun);
            }
            if (result instanceof ReadChat.Absent) {
                open.readAbsent(chat.key(), begun);
            }
            if (result instanceof ReadChat.Publishable one) {
                published.add(one.id());
            }
        });
        return new Attempt(List.copyOf(published), again);
    }

    /** How often in a row each chat could not be read, and when that is often enough. */
    private static final class Failures {
        private final Map<String, Integer> inARow = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > MOST;
            }
        };

        /** It failed once more; whether that was the last time. */
        synchronized boolean isGivenUp(String chat, Throwable cause) {
            int tries = inARow.merge(chat, 1, Integer::sum);
            return Trouble.isOfRecord(cause)
                    || tries >= (Trouble.isOfConnection(cause) ? TRIES_WHERE_IT_BREAKS_OFF : TRIES);
        }

        /** It was read, and what it gave is safe. */
        synchronized void succeeded(String chat) {
            inARow.remove(chat);
        }
    }
}
