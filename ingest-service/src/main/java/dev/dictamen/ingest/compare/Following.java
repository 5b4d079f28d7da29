package dev.dictamen.ingest.compare;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a comparison must know of the following of its source, and what it says to it. */
public interface Following {
    /** Empty before the source was once found fit to be followed. */
    Optional<Standing> standing();

    /** No chat that closed before that time is missing. */
    void comparedUntil(Instant until);

    /**
     * Where following stands.
     *
     * @param isFollowing whether the log is followed now, or was within the last minutes
     * @param isScanning whether a search for earlier chats is under way, which publishes what a comparison misses
     * @param dealtWithUntil every change that the log had before that time has been read
     * @param comparableFrom chats that closed earlier are not this source's to publish
     * @param comparedUntil up to when the tables were compared; null before the first comparison
     */
    record Standing(
            boolean isFollowing,
            boolean isScanning,
            Instant dealtWithUntil,
            Instant comparableFrom,
            @Nullable Instant comparedUntil) {}
}
