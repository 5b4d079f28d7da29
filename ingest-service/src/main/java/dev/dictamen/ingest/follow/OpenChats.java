package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.source.SourceComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The chats that are known to be open, so that their messages need no look at the database. It may forget, but it never
 * takes a closed chat for an open one. Safe for use by several threads.
 */
@SourceComponent
class OpenChats implements ChatReading.OpenListener {
    private static final int MOST = 100_000;

    /** What was seen of a chat in the log, and when (nanoseconds of this JVM). */
    private record Seen(boolean isOpen, long atNanos) {}

    private final Map<String, Seen> seen = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean isOpen(String key) {
        var known = seen.get(key);
        return known != null && known.isOpen();
    }

    /** The log says so, or, where only joined tables could tell, no longer rules a close out. */
    synchronized void changed(String key, boolean isOpen) {
        seen.put(key, new Seen(isOpen, System.nanoTime()));
    }

    /** What the log said since reading began counts more. */
    @Override
    public synchronized void readOpen(String key, long readFromNanos) {
        var known = seen.get(key);
        if (known == null || known.atNanos() - readFromNanos < 0) {
            seen.put(key, new Seen(true, readFromNanos));
        }
    }
}
