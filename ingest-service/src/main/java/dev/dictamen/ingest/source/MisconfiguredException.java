package dev.dictamen.ingest.source;

import java.util.List;

/** The database does not let itself be followed as configured; the message says what to do. */
public final class MisconfiguredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MisconfiguredException(List<String> problems) {
        super(String.join(" | ", problems));
    }
}
