package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Lane;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks the pool for.
 *
 * @param lane how urgent it is
 * @param since since when its chat waits: the oldest of a lane is served first
 * @param weight what it costs a replica, in prompt tokens
 * @param preferred the replica to take when it has room, or null
 * @param avoided the replica to take only when no other is sound, or null
 * @param past what became of the calls for the same question before
 */
public record PermitRequest(
        Lane lane,
        Instant since,
        long weight,
        @Nullable String preferred,
        @Nullable String avoided,
        Past past) {
    /** What became of the calls for a question. */
    public enum Past {
        /** None failed in a way that it may have caused. */
        CLEAN,
        /** One connection broke, as an idle one does. */
        RESET,
        /** One failed, perhaps because of the question: it is no probe, and opens no breaker. */
        SUSPECT
    }

    boolean isSuspect() {
        return past == Past.SUSPECT;
    }
}
