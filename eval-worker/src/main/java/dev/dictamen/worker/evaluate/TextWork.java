package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.worker.judge.Lane;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Processor work on the text of chats. That of an ordinary chat takes less than a millisecond and is done where it stands; a
 * long one would hold a carrier of the virtual threads for so long that all others wait, so it is done on a few platform
 * threads: live before bulk, then first come, first served.
 */
@Component
class TextWork implements DisposableBean {
    /** Characters of all messages; more than this is long. */
    static final int LONG = 20_000;

    private final AtomicLong number = new AtomicLong();
    private final ThreadPoolExecutor pool;

    TextWork() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    TextWork(int threads) {
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("long-chat-", 0).factory());
    }

    /** What {@code work} on this chat gives, or throws. */
    <T> T on(ClosedChat chat, Lane lane, Supplier<T> work) throws InterruptedException {
        return chat.characters() <= LONG ? work.get() : inPool(new Task<>(lane, number.getAndIncrement(), work));
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

    @Override
    public void destroy() {
        pool.shutdownNow();
    }

    private static final class Task<T> extends FutureTask<T> implements Comparable<Task<?>> {
        private static final Comparator<Task<?>> ORDER =
                Comparator.<Task<?>, Lane>comparing(task -> task.lane).thenComparingLong(task -> task.number);

        private final Lane lane;
        private final long number;

        Task(Lane lane, long number, Supplier<T> work) {
            super(work::get);
            this.lane = lane;
            this.number = number;
        }

        @Override
        public int compareTo(Task<?> other) {
            return ORDER.compare(this, other);
        }
    }
}
