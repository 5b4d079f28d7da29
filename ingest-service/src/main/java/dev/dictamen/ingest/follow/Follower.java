package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus.State;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Keeps a source followed: checks it, starts an engine, scans what lies before, and does it all again, later each time, when
 * anything breaks. A position that the log does not reach back to is given up for a new one and a scan of what was missed.
 */
final class Follower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration STREAMING_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MOST_FAILURES = 5;
    private static final Duration SAVE_EVERY = Duration.ofSeconds(5);

    private final SourceParts.Given given;
    private final EngineSettings settings;
    private final ProgressTopic topic;
    private final FollowState state;
    private final ScanRunner scans;
    private final Retry retry = new Retry();
    private volatile boolean isRunning;
    private @Nullable Thread thread;
    private volatile @Nullable SourceParts parts;

    Follower(SourceParts.Given given, EngineSettings settings, ProgressTopic topic, FollowState state) {
        this.given = given;
        this.settings = settings;
        this.topic = topic;
        this.state = state;
        this.scans = new ScanRunner(state, topic, given.mapping().name(), given.clock());
    }

    @Override
    public void start() {
        isRunning = true;
        thread = Thread.ofPlatform().daemon().name("source-follow").start(this::run);
    }

    /** Chats that are yet to be read. */
    int waiting() {
        var assembled = parts;
        return assembled == null ? 0 : assembled.loop().waiting();
    }

    /** The parts, once the database has been seen. */
    @Nullable
    SourceParts parts() {
        return parts;
    }

    private void run() {
        try {
            while (isRunning) {
                attempt();
                retry.pause();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            var assembled = parts;
            if (assembled == null) {
                assembled = SourceParts.of(given);
                parts = assembled;
            } else {
                assembled.requireFit(given);
            }
            loadProgress(assembled);
            awaitLog(assembled);
            follow(assembled);
        } catch (MisconfiguredException e) {
            broke(State.MISCONFIGURED, String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            broke(DatabaseProblem.stateOf(e), DatabaseProblem.textOf(e, given.source()));
        } catch (RuntimeException e) {
            broke(State.RECONNECTING, e.toString());
        }
    }

    /** Whether engine after engine has broken at this position though the database answers. */
    private boolean isGivenUp() {
        return retry.failures() >= MOST_FAILURES
                && given.database()
                                .client()
                                .sql("SELECT 1")
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    private void broke(State now, String why) {
        if (!isRunning) {
            return;
        }
        state.becomes(now, why);
        log.warn("source-broken state={} again-in={} reason={}", now, retry.next(), why);
    }

    /** What is known from before; a position that was never stored is made up for by a scan. */
    private void loadProgress(SourceParts assembled) throws InterruptedException {
        var now = given.clock().instant();
        var stored = topic.load(given.mapping().name());
        var progress = stored.isEmpty()
                ? Progress.first(now)
                : stored.get().hasPosition() ? stored.get() : stored.get().anew();
        var since = given.source().since(now);
        if (since != null) {
            progress = progress.searching(since);
        }
        var scan = progress.scan();
        if (scan != null && !scan.isFinished() && scan.total() == 0) {
            progress = progress.with(new Progress.Scan(scan.since(), null, 0, assembled.chatsInTable(), null));
        }
        save(progress);
    }

    /** Nothing can be missed while the log is empty, but what ends that is: hence a scan. */
    private void awaitLog(SourceParts assembled) throws InterruptedException {
        var jdbc = given.database().client();
        if (assembled.server().hasWrittenLog(jdbc)) {
            return;
        }
        state.becomes(
                State.STARTING,
                "nothing was ever written to the server's binlog; following begins with the first change");
        while (isRunning && !assembled.server().hasWrittenLog(jdbc)) {
            Thread.sleep(LOOK_EVERY);
        }
        save(state.required().withoutPosition().anew());
    }

    private void save(Progress progress) throws InterruptedException {
        state.progressed(progress);
        topic.save(given.mapping().name(), progress);
    }

    private void follow(SourceParts assembled) throws InterruptedException {
        int generation = state.required().generation();
        boolean hasPosition = state.required().hasPosition();
        var signals = new Signals(
                new ChangeReader(given.mapping(), assembled.openChats()),
                assembled.chats(),
                assembled.loop(),
                state::followed);
        try (var engine = new BinlogEngine(settings.of(assembled.server(), generation), signals)) {
            engine.start();
            if (!engine.awaitStreaming(hasPosition, STREAMING_WITHIN)) {
                throw new IllegalStateException("no change arrives within " + STREAMING_WITHIN.toSeconds() + " s");
            }
            if (!engine.end().isDone()) {
                following(assembled, generation);
            }
            ended(stay(engine, new IdleRounds(assembled, given)));
        }
    }

    private void following(SourceParts assembled, int generation) {
        state.becomes(State.FOLLOWING, null);
        log.info("source-following source={} generation={}", given.mapping().name(), generation);
        scans.start(assembled, () -> isRunning);
    }

    /** Stores now and then how far it is, and once more at the end. */
    private BinlogEngine.End stay(BinlogEngine engine, IdleRounds idle) throws InterruptedException {
        try {
            while (true) {
                try {
                    return engine.end().get(SAVE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    retry.reset();
                    saveHowFar();
                    idle.runWhenDue();
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            boolean isStopping = Thread.interrupted();
            saveHowFar();
            if (isStopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void saveHowFar() throws InterruptedException {
        var progress = state.required();
        if (progress.hasPosition()) {
            topic.save(given.mapping().name(), progress);
        }
    }

    private void ended(BinlogEngine.End end) throws InterruptedException {
        if (end.isLostPosition() || isGivenUp()) {
            log.warn(
                    "source-position-lost followed-until={} reason={}; what was missed is searched for",
                    state.required().followedUntil(),
                    end.reason());
            save(state.required().withoutPosition());
            retry.reset();
        }
        broke(State.RECONNECTING, end.reason());
    }

    @Override
    public void stop() {
        isRunning = false;
        var running = thread;
        if (running != null) {
            running.interrupt();
            awaitEnd(running);
        }
        var assembled = parts;
        if (assembled != null) {
            assembled.close();
        }
        topic.close();
    }

    private static void awaitEnd(Thread running) {
        try {
            running.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
