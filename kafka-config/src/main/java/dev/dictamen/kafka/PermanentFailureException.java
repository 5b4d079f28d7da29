package dev.dictamen.kafka;

/** A record that no retry can help: it goes straight to the dead-letter topic. Every other exception is retried. */
public class PermanentFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is wrong with the record, naming the value but never chat text */
    public PermanentFailureException(String message) {
        super(message);
    }

    /** @param message what is wrong with the record, naming the value but never chat text */
    public PermanentFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
