package dev.dictamen.worker.replicas;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Percentiles of a few measured values. */
final class Percentiles {
    private final long[] sorted;

    Percentiles(long[] values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The value that this share of all values does not exceed, null where there is none. */
    @Nullable
    Long at(double share) {
        if (sorted.length == 0) {
            return null;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
