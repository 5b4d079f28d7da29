package dev.dictamen.ingest.replay;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.ingest.quote.Quoting;
import dev.dictamen.ingest.quote.Quoting.Quoted;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts replays beside those that run, one at a time, since each reads all of history. For one thread. */
final class QuoteJobs implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(QuoteJobs.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("replay-quote").daemon().factory());
    private final Map<String, Job> jobs = new HashMap<>();
    private final Quoting quoting;

    QuoteJobs(Quoting quoting) {
        this.quoting = quoting;
    }

    private record Job(long orderNumber, Future<Quoted> quoted) {}

    /** Begins to count it, unless that was begun for this wish. */
    void begin(ReplayOrder order, Map<String, Ask> askOfRun, int running) {
        var job = jobs.get(order.replay());
        if (job != null && job.orderNumber == order.number()) {
            return;
        }
        cancel(order.replay());
        log.info("event=replay-quote replay={} number={}", order.replay(), order.number());
        jobs.put(order.replay(), new Job(order.number(), thread.submit(() -> quoting.quote(order, askOfRun, running))));
    }

    /** What was counted, once; null while it is counted or where it was not begun. What could not be counted says why. */
    @Nullable
    Quoted take(String replay, Clock clock) throws InterruptedException {
        var job = jobs.get(replay);
        if (job == null || !job.quoted.isDone()) {
            return null;
        }
        jobs.remove(replay);
        try {
            return job.quoted.get();
        } catch (ExecutionException e) {
            log.error("event=replay-not-quoted replay={}", replay, e.getCause());
            return Quoted.nothing(
                    "it could not be counted (%s): order it again".formatted(e.getCause()), clock.instant());
        }
    }

    void cancel(String replay) {
        var job = jobs.remove(replay);
        if (job != null) {
            job.quoted.cancel(true);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
