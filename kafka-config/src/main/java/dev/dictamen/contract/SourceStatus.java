package dev.dictamen.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the following of a chat database fares, reported every few seconds by the ingest-service that does it.
 *
 * @param source the mapping's name
 * @param instance the reporting instance's id
 * @param state what goes on
 * @param problem why it does not follow, with what to do; null while it does
 * @param hint what is followed, but not as well as it could be, with what mends it; null for nothing
 * @param followedUntil no chat that closed before that time is missing, as a comparison of the database's tables with what was
 *     published has proved; null before the first comparison
 * @param waiting changed chats that are yet to be read
 * @param published chats read and published since the instance started
 * @param vanished chats that were gone before they could be read, since the instance started
 * @param reconciled chats that the database's log did not name, found by comparisons since the instance started
 * @param reconciledAt when the last of them were found; null for none
 * @param scan the search for chats that closed earlier; null where none was asked for
 * @param reportedAt when, UTC; a status older than a few reports means that the instance is gone
 */
public record SourceStatus(
        String source,
        String instance,
        State state,
        @Nullable String problem,
        @Nullable String hint,
        @Nullable Instant followedUntil,
        long waiting,
        long published,
        long vanished,
        long reconciled,
        @Nullable Instant reconciledAt,
        @Nullable Scan scan,
        Instant reportedAt)
        implements Event {
    /** What goes on at a source. */
    public enum State implements Word {
        STARTING,
        /** Changes arrive as they are committed. */
        FOLLOWING,
        /** Changes arrive, but chats close again and again that the database's log does not name; they are found in its tables. */
        LOSING_SIGNALS,
        /** The database does not answer or broke off; it is tried again. */
        RECONNECTING,
        /** What is configured does not fit the database; it is tried again, but somebody must act. */
        MISCONFIGURED
    }

    /**
     * The search for chats that closed earlier, in the order of their keys.
     *
     * @param since closing time from which chats are wanted
     * @param done chats of the table passed so far, wanted or not
     * @param total chats of the table when the search began, an estimate of the database's
     * @param finishedAt when it ended; null while it goes on
     */
    public record Scan(
            Instant since, long done, long total, @Nullable Instant finishedAt) {
        public Scan {
            Objects.requireNonNull(since, "since");
        }
    }

    public SourceStatus {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reportedAt, "reportedAt");
    }

    @Override
    public String key() {
        return instance + "|" + source;
    }

    @Override
    public String id() {
        return key() + "/" + reportedAt.toEpochMilli();
    }
}
