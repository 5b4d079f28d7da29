package dev.dictamen.ingest.read;

/** The broker did not take chats that were read; they are to be read again later. */
public final class NotPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotPublishedException(Throwable cause) {
        super("the broker did not take what was read: " + cause.getMessage(), cause);
    }
}
