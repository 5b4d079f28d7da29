package dev.dictamen.worker.replicas;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings as production has them by default, but for what a test is about. */
public final class Properties {
    private Properties() {}

    /** Replicas that are never taken for stalled within a test's time. */
    public static ReplicaProperties of(List<URI> replicas, int cap, double bulkShare) {
        return of(replicas, cap, bulkShare, Duration.ofSeconds(10), Duration.ZERO);
    }

    /** With what may hold a replica back. */
    public static ReplicaProperties of(
            List<URI> replicas, int cap, double bulkShare, Duration stallAfter, Duration slowStart) {
        var bulk = new ReplicaProperties.Bulk(bulkShare, 0.1, Duration.ofSeconds(15));
        return new ReplicaProperties(replicas, cap, bulk, stallAfter, slowStart);
    }
}
