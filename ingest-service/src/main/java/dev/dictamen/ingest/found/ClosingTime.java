package dev.dictamen.ingest.found;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** How much a found chat's closing time is worth. */
public enum ClosingTime {
    /** The source says so. */
    STATED,
    /** A guess, made where no column holds it: one that is known from before counts more. */
    ESTIMATED;

    private static final String HEADER = "dictamen-closing-time";

    void writeTo(Headers headers) {
        if (this == ESTIMATED) {
            headers.add(HEADER, name().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the sender wrote. */
    public static ClosingTime readFrom(Headers headers) {
        return headers.lastHeader(HEADER) == null ? STATED : ESTIMATED;
    }
}
