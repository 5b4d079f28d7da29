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
 */
public record PermitRequest(
        Lane lane,
        Instant since,
        long weight,
        @Nullable String preferred,
        @Nullable String avoided) {}
