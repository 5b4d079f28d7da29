package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.kafka.RestartingThread.Stop;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a scan run to its end, on a thread of its own: one at a time, and again from its place after whatever breaks it. */
@SourceComponent
class ScanRunner {
    private static final Logger log = LoggerFactory.getLogger(ScanRunner.class);

    private final HistoryScan history;
    private final FollowProgress progress;

    ScanRunner(HistoryScan history, FollowProgress progress) {
        this.history = history;
        this.progress = progress;
    }

    /** Begins or goes on where there is a scan that has not ended; gives up when the follower is stopped. */
    void start(Stop stop) {
        var scan = progress.required().scan();
        if (scan != null && !scan.isFinished()) {
            Thread.ofVirtual().name("source-scan").start(() -> run(stop));
        }
    }

    private synchronized void run(Stop stop) {
        var backoff = new Backoff();
        try {
            while (!stop.isAsked() && !new Place().now().isFinished()) {
                attempt(backoff);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Backoff backoff) throws InterruptedException {
        try {
            history.run(new Place());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            var pause = backoff.next();
            log.warn("event=source-scan-again againIn={} reason=\"{}\"", pause, e.toString());
            Thread.sleep(pause);
        }
    }

    /** The scan's place is a part of the source's progress. */
    private final class Place implements HistoryScan.Place {
        @Override
        public Progress.Scan now() {
            return Objects.requireNonNull(progress.required().scan());
        }

        @Override
        public void move(Progress.Scan scan) throws InterruptedException {
            progress.moveScan(scan);
        }
    }
}
