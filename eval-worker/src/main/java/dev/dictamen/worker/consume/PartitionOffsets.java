package dev.dictamen.worker.consume;

import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one assigned partition. The committable offset is the lowest record in flight; the records in flight
 * travel as commit metadata ({@link Pending}), so that a successor skips what was finished above it.
 *
 * <p>{@link #begin}, {@link #readUpTo}, {@link #started} and {@link #due} are called by the poll thread only, {@link #finish} by any.
 */
final class PartitionOffsets {
    private final NavigableMap<Long, Work> inFlight = new ConcurrentSkipListMap<>();
    private final Pending restored;
    private long next;
    private @Nullable OffsetAndMetadata committed;

    /** Begins where {@code from} ended; {@code position} is where the consumer will read next. */
    PartitionOffsets(@Nullable OffsetAndMetadata from, long position) {
        restored = from == null ? Pending.NONE : Pending.read(from);
        next = position;
    }

    /**
     * Nothing that is to be read lies before {@code position}: every record before it was taken up, or there was none, as where
     * only the marker of a transaction lies.
     */
    void readUpTo(long position) {
        next = Math.max(next, position);
    }

    /** Takes a record up. False: a predecessor had finished it, it is passed over. */
    boolean begin(long offset) {
        next = offset + 1;
        boolean isNew = restored.isUnfinished(offset);
        if (isNew) {
            inFlight.put(offset, new Work());
        }
        return isNew;
    }

    /** Remembers the work on a record, so that it can be awaited and interrupted, and how many places of the window it takes. */
    void started(long offset, int places, Future<?> work) {
        var begun = inFlight.get(offset);
        if (begun != null) {
            begun.places = places;
            begun.future = work;
        }
    }

    /** The record's outcome is acknowledged: it never needs to be read again. */
    void finish(long offset) {
        inFlight.remove(offset);
    }

    int inFlight() {
        return inFlight.size();
    }

    /** Of the window, by the records in flight. */
    int places() {
        return inFlight.values().stream().mapToInt(work -> work.places).sum();
    }

    /** Whether a record is still worked on; what was interrupted is in flight, but no longer awaited. */
    boolean isUnderWay() {
        return inFlight.values().stream().anyMatch(Work::isUnderWay);
    }

    /** Interrupts what is still under way; those records stay in flight and go to a successor. */
    void interruptAll() {
        inFlight.values().forEach(Work::interrupt);
    }

    /** What to commit now, or null when nothing changed or the restored mark is not reached yet. */
    @Nullable
    OffsetAndMetadata due() {
        if (next < restored.mark()) {
            return null;
        }
        var position = position();
        if (position.equals(committed)) {
            return null;
        }
        committed = position;
        return position;
    }

    /** A commit did not get through: the position is due again. */
    void forgetCommitted() {
        committed = null;
    }

    private OffsetAndMetadata position() {
        var open = List.copyOf(inFlight.keySet());
        return open.isEmpty() ? new OffsetAndMetadata(next, "") : Pending.write(open, next);
    }

    private static final class Work {
        private volatile int places = 1;
        private volatile @Nullable Future<?> future;

        boolean isUnderWay() {
            var running = future;
            return running == null || !running.isDone();
        }

        void interrupt() {
            var running = future;
            if (running != null) {
                running.cancel(true);
            }
        }
    }
}
