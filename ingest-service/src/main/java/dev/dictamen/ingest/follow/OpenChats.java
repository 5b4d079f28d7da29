package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.source.SourceComponent;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** What was seen of a chat in the log, and when (nanoseconds of this JVM). */
    private record Seen(Said said, long atNanos) {}

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
        seen.put(key, new Seen(said, System.nanoTime()));
    }

    /** What the log said since reading began counts more. */
    @Override
    public synchronized void readOpen(String key, long readFromNanos) {
        var known = seen.get(key);
        if (known != null && known.atNanos() - readFromNanos >= 0) {
            return;
        }
        if (known != null && known.said() == Said.CLOSED) {
            ahead.add(key);
        } else {
            seen.put(key, new Seen(Said.OPEN, readFromNanos));
        }
    }
}
