package dev.dictamen.worker.consume;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which records above a committed offset were not finished, as the commit's metadata says: {@code mark:delta,delta,…} in base
 * 36. Below the mark only the listed ones are unfinished, from the mark on all are.
 */
public record Pending(long mark, Set<Long> unfinished) {
    /** Nothing is known: every record is unfinished. */
    public static final Pending NONE = new Pending(0, Set.of());

    /** Brokers refuse longer metadata by default ({@code offset.metadata.max.bytes} is 4096). */
    static final int MAX_METADATA = 4_000;

    private static final int RADIX = 36;
    private static final String SEPARATOR = ",";

    public Pending {
        unfinished = Set.copyOf(unfinished);
    }

    public boolean isUnfinished(long offset) {
        return offset >= mark || unfinished.contains(offset);
    }

    /**
     * What to commit while {@code open} (ascending, not empty) is in flight and {@code next} is read next. When not all of it
     * fits, the mark comes down to the first that does not: some finished records are repeated, none is lost.
     */
    static OffsetAndMetadata write(List<Long> open, long next) {
        long base = open.getFirst();
        int room = MAX_METADATA - Long.toString(next).length();
        var deltas = new StringBuilder();
        for (long offset : open) {
            var delta = SEPARATOR + Long.toString(offset - base, RADIX);
            if (deltas.length() + delta.length() > room) {
                return new OffsetAndMetadata(base, offset + ":" + deltas.substring(1));
            }
            deltas.append(delta);
        }
        return new OffsetAndMetadata(base, next + ":" + deltas.substring(1));
    }

    /** What a predecessor left; metadata that is not ours says nothing. */
    public static Pending read(OffsetAndMetadata committed) {
        var parts = committed.metadata().split(":", -1);
        if (parts.length != 2) {
            return NONE;
        }
        try {
            var unfinished = new HashSet<Long>();
            for (var delta : parts[1].split(SEPARATOR, -1)) {
                unfinished.add(committed.offset() + Long.parseLong(delta, RADIX));
            }
            return new Pending(Long.parseLong(parts[0]), unfinished);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }
}
