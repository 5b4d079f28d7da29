package dev.dictamen.kafka;

import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Processor work on the text of chats. That of an ordinary chat takes less than a millisecond and is done where it stands; a
 * long one would hold a carrier of the virtual threads for so long that all others wait, so it is done on a few platform
 * threads: the most urgent first, then first come, first served. Each rests four times as long as it worked, so that many long
 * chats at once leave the cores to the ordinary ones. Safe for all threads.
 */
public final class LongTexts implements AutoCloseable {
    /** Characters, or bytes where those are not read yet; more than this is long. */
    public static final int LONG = 20_000;

    /** Whose turn comes first. */
    public enum Urgency {
        LIVE,
        BULK
    }

    private static final int REST = 4;

    private final AtomicLong number = new AtomicLong();
    private final ThreadPoolExecutor pool;

    /** On half as many threads as there are cores. */
    public LongTexts() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    LongTexts(int threads) {
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("long-chat-", 0).factory());
    }

    /**
     * What {@code work} on a text of this length gives, or throws.
     *
     * @throws InterruptedException when the caller is told to stop: work that nobody waits for any more is not begun
     */
    public <T> T on(long length, Urgency urgency, Supplier<T> work) throws InterruptedException {
        return length <= LONG ? work.get() : inPool(new Task<>(urgency, number.getAndIncrement(), work));
    }

    private <T> T inPool(Task<T> task) throws InterruptedException {
        pool.execute(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            // where the one who waited was told to stop, nobody needs it any more
            task.cancel(true);
            pool.remove(task);
        }
    }

    /** Long texts whose turn has not come yet. */
    public int waiting() {
        return pool.getQueue().size();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static final class Task<T> extends FutureTask<T> implements Comparable<Task<?>> {
        private static final Comparator<Task<?>> ORDER =
                Comparator.<Task<?>, Urgency>comparing(task -> task.urgency).thenComparingLong(task -> task.number);

        private final Urgency urgency;
        private final long number;

        Task(Urgency urgency, long number, Supplier<T> work) {
            super(work::get);
            this.urgency = urgency;
            this.number = number;
        }

        /** Whoever waits has the result before the thread rests. */
        @Override
        public void run() {
            long begun = System.nanoTime();
            super.run();
            LockSupport.parkNanos(REST * (System.nanoTime() - begun));
        }

        @Override
        public int compareTo(Task<?> other) {
            return ORDER.compare(this, other);
        }
    }
}
