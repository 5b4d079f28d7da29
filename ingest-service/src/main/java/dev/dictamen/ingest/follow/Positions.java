package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.quiet.Receipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far the log has been dealt with: the end of the last batch before which every chat named is safe on Kafka. Used by one
 * thread, but for the receipts.
 *
 * @param <T> a record of the log
 */
final class Positions<T> {
    private final Deque<Mark<T>> marks = new ArrayDeque<>();

    /** The end of a batch, and how many of its chats are yet to be read. */
    static final class Mark<T> {
        private final T last;
        private final AtomicInteger unread = new AtomicInteger();

        private Mark(T last) {
            this.last = last;
        }

        /** One more chat; the receipt says that it has been read. */
        Receipt hold() {
            unread.incrementAndGet();
            return unread::decrementAndGet;
        }
    }

    /** A batch that ends with this record. */
    Mark<T> add(T last) {
        var mark = new Mark<>(last);
        marks.addLast(mark);
        return mark;
    }

    /** The newest record up to which all is done, once; empty where nothing new is. */
    Optional<T> takeDone() {
        Optional<T> done = Optional.empty();
        while (!marks.isEmpty() && marks.getFirst().unread.get() == 0) {
            done = Optional.of(marks.removeFirst().last);
        }
        return done;
    }
}
