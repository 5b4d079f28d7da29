package dev.dictamen.worker.vllm;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings as production has them by default, but for what a test is about. */
final class Properties {
    private Properties() {}

    static VllmProperties of(List<URI> replicas, int cap, double bulkShare, Duration timeout) {
        return of(replicas, cap, bulkShare, timeout, new Watching(Duration.ofSeconds(10), Duration.ZERO, false));
    }

    /** With what may hold a replica back. */
    static VllmProperties of(List<URI> replicas, int cap, double bulkShare, Duration timeout, Watching watching) {
        return new VllmProperties(
                replicas,
                "model",
                "",
                cap,
                bulkShare,
                timeout,
                Duration.ofSeconds(15),
                watching.stallAfter(),
                watching.slowStart(),
                watching.adaptiveCap());
    }

    /** Settings of what watches a replica. */
    record Watching(Duration stallAfter, Duration slowStart, boolean adaptiveCap) {}
}
