package dev.dictamen.worker.consume;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one assigned partition. The committable offset is the lowest record in flight; the records in flight
 * travel as commit metadata ({@code next:delta,delta,…}, base 36), so that a successor skips what was finished above it.
 *
 * <p>{@link #begin} and {@link #due} are called by the poll thread only, {@link #finish} by any.
 */
final class PartitionOffsets {
    /** Brokers refuse longer metadata by default ({@code offset.metadata.max.bytes}). */
    private static final int MAX_METADATA = 4_000;

    private static final int RADIX = 36;

    private final NavigableMap<Long, Work> inFlight = new ConcurrentSkipListMap<>();
    private final Set<Long> unfinished = new HashSet<>();
    private long next;
    private long skipBelow;
    private @Nullable OffsetAndMetadata committed;

    /** Begins where {@code from} ended; {@code position} is where the consumer will read next. */
    PartitionOffsets(@Nullable OffsetAndMetadata from, long position) {
        next = position;
        if (from != null) {
            restore(from);
        }
    }

    private void restore(OffsetAndMetadata from) {
        var parts = from.metadata().split(":", -1);
        if (parts.length != 2) {
            return;
        }
        skipBelow = Long.parseLong(parts[0]);
        for (var delta : parts[1].split(",")) {
            unfinished.add(from.offset() + Long.parseLong(delta, RADIX));
        }
    }

    /** Takes a record up. False: a predecessor had finished it, it is passed over. */
    boolean begin(long offset) {
        next = offset + 1;
        boolean isNew = offset >= skipBelow || unfinished.contains(offset);
        if (isNew) {
            inFlight.put(offset, new Work());
        }
        return isNew;
    }

    /** Remembers the work on a record, so that it can be interrupted. */
    void started(long offset, Future<?> work) {
        var begun = inFlight.get(offset);
        if (begun != null) {
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

    /** Interrupts what is still under way; those records stay in flight and go to a successor. */
    void interruptAll() {
        inFlight.values().forEach(Work::interrupt);
    }

    /** What to commit now, or null when nothing changed or the restored mark is not reached yet. */
    @Nullable
    OffsetAndMetadata due() {
        if (next < skipBelow) {
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
        long base = open.isEmpty() ? next : open.getFirst();
        if (base == next) {
            return new OffsetAndMetadata(base, "");
        }
        var pending = next + ":"
                + open.stream()
                        .map(offset -> Long.toString(offset - base, RADIX))
                        .collect(Collectors.joining(","));
        return new OffsetAndMetadata(base, pending.length() <= MAX_METADATA ? pending : "");
    }

    @Override
    public String toString() {
        return Map.of("next", next, "inFlight", inFlight.size()).toString();
    }

    private static final class Work {
        private volatile @Nullable Future<?> future;

        void interrupt() {
            var running = future;
            if (running != null) {
                running.cancel(true);
            }
        }
    }
}
