package dev.dictamen.worker.vllm;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings as production has them by default, but for what a test is about. */
final class Properties {
    private Properties() {}

    static VllmProperties of(List<URI> replicas, int cap, double bulkShare, Duration timeout) {
        return new VllmProperties(
                replicas,
                "model",
                "",
                cap,
                bulkShare,
                timeout,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ZERO,
                false);
    }
}
