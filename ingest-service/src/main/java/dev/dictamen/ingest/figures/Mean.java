package dev.dictamen.ingest.figures;

import org.jspecify.annotations.Nullable;

/** A mean over what is known. Not thread-safe. */
final class Mean {
    private double sum;
    private long count;

    void add(@Nullable Double value) {
        if (value != null) {
            sum += value;
            count++;
        }
    }

    /** Null where nothing is known. */
    @Nullable
    Double value() {
        return count == 0 ? null : sum / count;
    }
}
