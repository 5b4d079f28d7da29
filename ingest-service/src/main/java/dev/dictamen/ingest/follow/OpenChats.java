package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chats that are known to be open, so that their messages need no look at the database. It may forget, but it never
 * takes a closed chat for an open one. A chat that the log calls closed and its row does not is told to {@link LoggedAhead}.
 * Safe for use by several threads.
 */
@SourceComponent
class OpenChats implements ChatReading.OpenListener {
    private static final int MOST = 100_000;

    private final LoggedAhead ahead;

    OpenChats(LoggedAhead ahead) {
        this.ahead = ahead;
    }

    /** What a row of the log says of its chat. */
    enum Said {
        OPEN,
        CLOSED,
        /** Only joined tables could tell. */
        NOTHING
    }

    /** What was seen of a chat in the log, when (nanoseconds of this JVM), and where it is known when it closed. */
    private record Seen(Said said, long atNanos, @Nullable Instant closedAt) {}

    private final Map<String, Seen> seen = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean isOpen(String key) {
        var known = seen.get(key);
        return known != null && known.said() == Said.OPEN;
    }

    /** The log's newest word on a chat. */
    synchronized void changed(String key, Said said) {
        seen.put(key, new Seen(said, System.nanoTime(), null));
    }

    /** The log says that it closed; {@code at} is null where it was closed before. */
    synchronized void closed(String key, @Nullable Instant at) {
        var known = seen.get(key);
        var closedAt = at == null && known != null ? known.closedAt() : at;
        seen.put(key, new Seen(Said.CLOSED, System.nanoTime(), closedAt));
    }

    /** The log says that its row is gone; what is wanted of a chat that it had called closed. */
    synchronized Optional<Wanted> deleted(String key) {
        var known = seen.put(key, new Seen(Said.NOTHING, System.nanoTime(), null));
        return known != null && known.said() == Said.CLOSED
                ? Optional.of(new Wanted(key, known.closedAt(), true, null))
                : Optional.empty();
    }

    /** What the log said since reading began counts more. */
    @Override
    public synchronized void readOpen(String key, long readFromNanos) {
        var known = seen.get(key);
        if (known == null || isOlder(known, readFromNanos)) {
            if (!isAhead(known, key)) {
                seen.put(key, new Seen(Said.OPEN, readFromNanos, null));
            }
        }
    }

    /** A chat that the log brought closed may be a row that is not committed yet. */
    @Override
    public synchronized void readAbsent(String key, long readFromNanos) {
        var known = seen.get(key);
        if (known != null && isOlder(known, readFromNanos)) {
            isAhead(known, key);
        }
    }

    private static boolean isOlder(Seen known, long readFromNanos) {
        return known.atNanos() - readFromNanos < 0;
    }

    /** Whether the log said more than the tables have; then it is read again. */
    private boolean isAhead(@Nullable Seen known, String key) {
        boolean isClosed = known != null && known.said() == Said.CLOSED;
        if (isClosed) {
            ahead.add(key);
        }
        return isClosed;
    }
}
