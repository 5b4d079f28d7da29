package dev.dictamen.ingest.mapping;

import org.jspecify.annotations.Nullable;

/** Says which key of a mapping is missing. */
final class Required {
    private Required() {}

    static <T> T of(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("the key " + key + " is missing");
        }
        return value;
    }
}
