package dev.dictamen.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works until it is stopped: when its task fails, it pauses and begins again. It does not keep the process
 * alive. Safe for all threads; after a stop it can be started again.
 */
public final class RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(RestartingThread.class);

    private final String name;
    private final Function<RuntimeException, Duration> pauseAfter;
    private final Task task;
    private @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    /** What the thread does. */
    @FunctionalInterface
    public interface Task {
        /** Works until {@link Stop#isAsked()}, at which it should look about once a second. */
        void run(Stop stop) throws InterruptedException;
    }

    /** Whether the thread was asked to stop. */
    @FunctionalInterface
    public interface Stop {
        boolean isAsked();
    }

    /** A thread that logs why its task failed and begins again after {@code pause}. */
    public RestartingThread(String name, Duration pause, Task task) {
        this(
                name,
                failure -> {
                    log.warn("event=thread-restarts thread={} pauseMs={}", name, pause.toMillis(), failure);
                    return pause;
                },
                task);
    }

    /** {@code pauseAfter} is told each failure and says how long to pause; it is the one who logs it. */
    public RestartingThread(String name, Function<RuntimeException, Duration> pauseAfter, Task task) {
        this.name = name;
        this.pauseAfter = pauseAfter;
        this.task = task;
    }

    /** The thread's name. */
    String name() {
        return name;
    }

    /** Begins to work, unless it does already. */
    public synchronized void start() {
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
            task.run(() -> latch.getCount() == 0);
        } catch (RuntimeException e) {
            if (latch.getCount() > 0) {
                latch.await(pauseAfter.apply(e).toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Asks the task to end, and does not wait for it. */
    public void askToStop() {
        stopping.countDown();
    }

    /** Asks the task to end and waits for at most {@code patience}; a thread that is still at work then is left to itself. */
    public synchronized void stop(Duration patience) {
        askToStop();
        if (thread == null) {
            return;
        }
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** True from {@link #start()} until it was asked to stop. */
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
