package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.source.MisconfiguredException;
import dev.dictamen.ingest.source.ServerKind;
import dev.dictamen.ingest.source.SourceCheck;
import dev.dictamen.ingest.source.SourceCheck.Fit;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.kafka.RestartingThread;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps a source followed: checks it, starts an engine, scans what lies before, and does it all again, later each time, when
 * anything breaks. A position that the log does not reach back to is given up for a new one and a scan of what was missed.
 */
@SourceComponent
class Follower extends RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration STREAMING_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MOST_FAILURES = 5;
    private static final Duration SAVE_EVERY = Duration.ofSeconds(5);
    private static final Duration CHECK_EVERY = Duration.ofMinutes(1);

    private final SourceCheck check;
    private final BinlogEngine.Factory engines;
    private final FollowProgress progress;
    private final FollowState state;
    private final ScanRunner scans;
    private final Upkeep upkeep;
    private final Backoff backoff = new Backoff();

    Follower(
            SourceCheck check,
            BinlogEngine.Factory engines,
            FollowProgress progress,
            FollowState state,
            ScanRunner scans,
            Upkeep upkeep) {
        super("source-follow", STOP_WITHIN);
        this.check = check;
        this.engines = engines;
        this.progress = progress;
        this.state = state;
        this.scans = scans;
        this.upkeep = upkeep;
    }

    @Override
    protected void work(Stop stop) throws InterruptedException {
        var source = check.require();
        progress.load(source.chats());
        awaitLog(source.server(), stop);
        run(source, stop);
    }

    /** Nothing can be missed while the log is empty, but what ends that is: hence a scan. */
    private void awaitLog(ServerKind server, Stop stop) throws InterruptedException {
        if (check.hasWrittenLog(server)) {
            return;
        }
        state.becomes(
                State.STARTING,
                "nothing was ever written to the server's binlog; following begins with the first change");
        while (!stop.isAsked() && !check.hasWrittenLog(server)) {
            Thread.sleep(LOOK_EVERY);
        }
        progress.beginAgain();
    }

    private void run(Fit source, Stop stop) throws InterruptedException {
        int generation = progress.required().generation();
        boolean hasPosition = progress.required().hasPosition();
        try (var engine = engines.create(source, generation)) {
            engine.start();
            if (!engine.awaitStreaming(hasPosition, STREAMING_WITHIN, stop)) {
                throw new IllegalStateException("no change arrives within " + STREAMING_WITHIN.toSeconds() + " s");
            }
            if (!engine.end().isDone()) {
                state.doubts(check.doubts());
                state.becomes(State.FOLLOWING, null);
                log.info("event=source-following generation={}", generation);
                scans.start(stop);
            }
            stay(engine, stop);
        }
    }

    /** Stores now and then how far it is, and once more at the end. */
    private void stay(BinlogEngine engine, Stop stop) throws InterruptedException {
        try {
            var toSave = new Turns(SAVE_EVERY);
            var toCheck = new Turns(CHECK_EVERY);
            while (!stop.isAsked() && !hasEnded(engine)) {
                upkeep.readAgain();
                if (toSave.isDue()) {
                    backoff.reset();
                    progress.save();
                    upkeep.closeIdle();
                }
                if (toCheck.isDue()) {
                    state.doubts(check.doubts());
                }
            }
        } finally {
            progress.save();
        }
        if (!stop.isAsked()) {
            ended(engine.end().join());
        }
    }

    private static boolean hasEnded(BinlogEngine engine) throws InterruptedException {
        try {
            engine.end().get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ended(BinlogEngine.End end) throws InterruptedException {
        if (end.isLostPosition() || isGivenUp()) {
            log.warn(
                    "event=source-position-lost followedUntil={} reason=\"{}\"",
                    progress.required().followedUntil(),
                    end.reason());
            progress.losePosition();
            backoff.reset();
        }
        throw new EngineEndedException(end.reason());
    }

    /** Whether engine after engine has broken at this position though the database answers. */
    private boolean isGivenUp() {
        return backoff.failures() >= MOST_FAILURES && check.isAnswering();
    }

    @Override
    protected Duration pauseAfter(RuntimeException failure) {
        var pause = backoff.next();
        switch (failure) {
            case MisconfiguredException misconfigured -> state.becomes(State.MISCONFIGURED, misconfigured.getMessage());
            case DataAccessException refused -> state.becomes(check.stateAfter(refused), check.explain(refused));
            case EngineEndedException ended -> state.becomes(State.RECONNECTING, ended.getMessage());
            default -> state.becomes(State.RECONNECTING, failure.toString());
        }
        log.warn(
                "event=source-broken state={} againIn={} reason=\"{}\"",
                state.now().state(),
                pause,
                state.now().problem());
        return pause;
    }

    /** An engine's run is over; the message is the engine's reason. */
    private static final class EngineEndedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        EngineEndedException(String reason) {
            super(reason);
        }
    }
}
