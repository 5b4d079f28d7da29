package dev.dictamen.ingest.capture;

/** The broker did not acknowledge a chat. The sender sends again: what was stored already goes no further. */
final class BrokerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokerUnavailableException(Throwable cause) {
        super("the broker did not acknowledge", cause);
    }
}
