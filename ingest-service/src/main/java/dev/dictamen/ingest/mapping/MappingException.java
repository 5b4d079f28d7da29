package dev.dictamen.ingest.mapping;

/** A mapping that cannot be used; the message says which key, and what to do. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MappingException(String message) {
        super(message);
    }

    public MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
