package dev.dictamen.sink.store;

import dev.dictamen.kafka.PermanentFailureException;

/** The database cannot hold what was to be stored: too long, out of range, against a constraint. */
public class RefusedDataException extends PermanentFailureException {
    private static final long serialVersionUID = 1;

    RefusedDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
