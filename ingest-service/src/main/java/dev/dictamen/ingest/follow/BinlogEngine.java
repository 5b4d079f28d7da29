package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.source.SourceCheck.Fit;
import dev.dictamen.kafka.RestartingThread.Stop;
import io.debezium.DebeziumException;
import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of Debezium: from its start to its end, whichever way it ends. Positions are marked as dealt with only when
 * {@link Signals} says so.
 */
final class BinlogEngine implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BinlogEngine.class);

    private final DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine;
    private final CountDownLatch polling = new CountDownLatch(1);
    private final CountDownLatch streaming = new CountDownLatch(1);
    private final CompletableFuture<End> end = new CompletableFuture<>();

    /** How a run ended. */
    record End(String message, @Nullable Throwable error) {
        boolean isLostPosition() {
            return LostPosition.isCauseOf(message, error);
        }

        /** The innermost reason, in one line. */
        String reason() {
            var cause = error;
            while (cause != null && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause == null ? message : sentence(cause);
        }

        /** Debezium's own are sentences; of others the kind says more than the message. */
        private static String sentence(Throwable cause) {
            boolean isOwn = cause instanceof DebeziumException && cause.getMessage() != null;
            return isOwn ? String.valueOf(cause.getMessage()) : cause.toString();
        }
    }

    /** Makes a run that has not begun. */
    interface Factory {
        /** {@code generation} as {@link Progress} counts it. */
        BinlogEngine create(Fit source, int generation);
    }

    BinlogEngine(Properties settings, Signals signals) {
        engine = DebeziumEngine.create(Connect.class)
                .using(settings)
                .using((success, message, error) -> end.complete(new End(String.valueOf(message), error)))
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        polling.countDown();
                    }
                })
                .notifying((events, committer) -> handle(events, committer, signals))
                .build();
    }

    private void handle(
            List<ChangeEvent<SourceRecord, SourceRecord>> events,
            RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer,
            Signals signals)
            throws InterruptedException {
        var done = signals.take(events);
        if (done.isPresent()) {
            committer.markProcessed(done.get());
        }
        committer.markBatchFinished();
        done.ifPresent(signals::followed);
        streaming.countDown();
    }

    void start() {
        Thread.ofPlatform().daemon().name("source-binlog").start(engine);
    }

    /**
     * Waits until nothing that is committed from now on can be missed, or the run has ended or is to end; false where neither happened in
     * that time. An engine that begins without a position takes one some time after it began to poll: only what then arrives,
     * if only a heartbeat, tells that it has it.
     */
    boolean awaitStreaming(boolean hasPosition, Duration most, Stop stop) throws InterruptedException {
        var sign = hasPosition ? polling : streaming;
        long until = System.nanoTime() + most.toNanos();
        while (System.nanoTime() - until < 0 && !end.isDone() && !stop.isAsked()) {
            if (sign.await(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return end.isDone() || stop.isAsked();
    }

    /** Completes when the run has ended. */
    CompletableFuture<End> end() {
        return end;
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            log.info("event=source-engine-close reason=\"{}\"", e.getMessage());
        }
    }
}
