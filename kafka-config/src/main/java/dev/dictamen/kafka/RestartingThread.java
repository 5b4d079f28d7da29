package dev.dictamen.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works on a thread of its own until it is stopped: when the work breaks, or ends unasked, it pauses and begins again. It does
 * not keep the process alive. Safe for all threads; after a stop it can be started again.
 */
public abstract class RestartingThread implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RestartingThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String name;
    private final Duration stopWithin;
    private @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    /** Whether the thread was asked to stop. */
    @FunctionalInterface
    public interface Stop {
        boolean isAsked();
    }

    /** A stop waits for at most {@code stopWithin}; a thread that is still at work then is left to itself. */
    protected RestartingThread(String name, Duration stopWithin) {
        this.name = name;
        this.stopWithin = stopWithin;
    }

    /** Works until {@link Stop#isAsked()}, at which it should look about once a second. */
    protected abstract void work(Stop stop) throws InterruptedException;

    /** Logs why the work broke, and says how long to pause. */
    protected Duration pauseAfter(RuntimeException failure) {
        log.warn("event=thread-restarts thread={} pauseMs={}", name, PAUSE.toMillis(), failure);
        return PAUSE;
    }

    @Override
    public final synchronized void start() {
        if (thread == null) {
            var latch = new CountDownLatch(1);
            stopping = latch;
            thread = Thread.ofPlatform().name(name).daemon().start(() -> run(latch));
        }
    }

    private void run(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                runOnce(latch);
            } catch (InterruptedException e) {
                latch.countDown();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void runOnce(CountDownLatch latch) throws InterruptedException {
        try {
            workOrFail(latch);
        } catch (RuntimeException e) {
            if (latch.getCount() > 0) {
                latch.await(pauseAfter(e).toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** An error ends the work no more than an exception does. */
    private void workOrFail(CountDownLatch latch) throws InterruptedException {
        try {
            work(() -> latch.getCount() == 0);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            throw new IllegalStateException(name + " broke: " + e, e);
        }
        if (latch.getCount() > 0) {
            throw new IllegalStateException(name + " ended unasked");
        }
    }

    /** Asks the work to end, and does not wait for it. */
    public final void askToStop() {
        stopping.countDown();
    }

    /** Asks the work to end and waits for it. */
    @Override
    public final synchronized void stop() {
        askToStop();
        if (thread == null) {
            return;
        }
        try {
            thread.join(stopWithin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** True from {@link #start()} until it was asked to stop. */
    @Override
    public final boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
