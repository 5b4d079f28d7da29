package dev.dictamen.ingest.gate;

import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever a stream thread dies of, another takes its place after a second; what was not committed is read again. */
final class ReplaceThread implements StreamsUncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ReplaceThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        log.error("event=gate-thread-replaced cause={}", cause.getClass().getSimpleName(), cause);
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
