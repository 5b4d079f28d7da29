package dev.dictamen.ingest.follow;

import java.time.Clock;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a scan run to its end, on a thread of its own: one at a time, and again from its place after whatever breaks it. */
final class ScanRunner {
    private static final Logger log = LoggerFactory.getLogger(ScanRunner.class);

    private final FollowState state;
    private final ProgressTopic topic;
    private final String source;
    private final Clock clock;

    ScanRunner(FollowState state, ProgressTopic topic, String source, Clock clock) {
        this.state = state;
        this.topic = topic;
        this.source = source;
        this.clock = clock;
    }

    /** Begins or goes on where there is a scan that has not ended; gives up when it is not wanted any more. */
    void start(SourceParts parts, BooleanSupplier isWanted) {
        var scan = state.required().scan();
        if (scan != null && !scan.isFinished()) {
            Thread.ofVirtual().name("source-scan").start(() -> run(parts, isWanted));
        }
    }

    private synchronized void run(SourceParts parts, BooleanSupplier isWanted) {
        var retry = new Retry();
        try {
            while (isWanted.getAsBoolean() && !new Place().now().isFinished()) {
                attempt(parts, retry);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(SourceParts parts, Retry retry) throws InterruptedException {
        try {
            new HistoryScan(parts.chats(), parts.reading(), clock).run(new Place());
        } catch (RuntimeException e) {
            log.warn("source-scan-again in={} reason={}", retry.next(), e.toString());
            retry.pause();
        }
    }

    /** The scan's place is a part of the source's progress. */
    private final class Place implements HistoryScan.Place {
        @Override
        public Progress.Scan now() {
            return Objects.requireNonNull(state.required().scan());
        }

        @Override
        public void move(Progress.Scan scan) throws InterruptedException {
            topic.save(source, state.scanned(scan));
        }
    }
}
