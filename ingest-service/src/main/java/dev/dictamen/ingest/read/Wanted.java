package dev.dictamen.ingest.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat that is to be read.
 *
 * @param closedAt when a change closed it, as the database's log says; null where no such change was seen
 * @param wasClosed whether it was seen closed: if it is gone when it is read, it has vanished
 * @param idleBefore it counts as closed, though its row says open, when its last message is older; null for ordinary chats
 * @param isDiminished whether all that happened is that messages of it were deleted: a chat of which none is left is then no change
 */
public record Wanted(
        String key,
        @Nullable Instant closedAt,
        boolean wasClosed,
        @Nullable Instant idleBefore,
        boolean isDiminished) {
    /** A chat of which more is known than that messages of it were deleted. */
    public Wanted(String key, @Nullable Instant closedAt, boolean wasClosed, @Nullable Instant idleBefore) {
        this(key, closedAt, wasClosed, idleBefore, false);
    }

    /** Named by a scan, which knows no more than its key. */
    public static Wanted scanned(String key) {
        return new Wanted(key, null, false, null);
    }

    /** An open chat that may be idle. */
    public static Wanted idleBefore(String key, Instant time) {
        return new Wanted(key, null, false, time);
    }

    /** A chat of which a message was deleted. */
    public static Wanted diminished(String key) {
        return new Wanted(key, null, false, null, true);
    }

    boolean mayBeIdle() {
        return idleBefore != null;
    }

    /** The same chat by the key that its row has. */
    Wanted named(String own) {
        return new Wanted(own, closedAt, wasClosed, idleBefore, isDiminished);
    }

    /** Both reasons to read the same chat in one. */
    public Wanted and(Wanted later) {
        return new Wanted(
                key,
                later.closedAt == null ? closedAt : later.closedAt,
                wasClosed || later.wasClosed,
                later.idleBefore == null ? idleBefore : later.idleBefore,
                isDiminished && later.isDiminished);
    }
}
