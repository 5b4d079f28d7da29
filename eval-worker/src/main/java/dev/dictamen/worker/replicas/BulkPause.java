package dev.dictamen.worker.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds bulk work back while the oldest live question is older than a limit. Guarded by its pool's lock. */
final class BulkPause {
    private static final Logger log = LoggerFactory.getLogger(BulkPause.class);

    private final NavigableMap<Instant, Integer> live = new TreeMap<>();
    private final Duration after;
    private volatile boolean on;

    BulkPause(Duration after) {
        this.after = after;
    }

    void opened(Instant since) {
        live.merge(since, 1, Integer::sum);
    }

    void closed(Instant since) {
        live.computeIfPresent(since, (same, count) -> count > 1 ? count - 1 : null);
    }

    boolean look(Instant now) {
        boolean holds = !live.isEmpty() && live.firstKey().plus(after).isBefore(now);
        if (holds != on) {
            on = holds;
            log.info("event=bulk-pause bulk={} live={}", holds ? "paused" : "resumed", live.size());
        }
        return holds;
    }

    /** What the last look came to; safe for all threads. */
    boolean isOn() {
        return on;
    }
}
