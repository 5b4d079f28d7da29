package dev.dictamen.simulator.journal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call.
 *
 * @param port the replica's port
 * @param requestId the client's {@code X-Request-Id}, or one drawn here
 * @param evaluationId the request id up to its last slash
 * @param attempt the number after that slash; 1 where there is none
 * @param priority the request's priority
 * @param receivedAt when the whole request was here
 * @param startedAt when it got a slot; null when it never did
 * @param endedAt when it ended
 * @param outcome one of {@link Outcome}, in lower case
 * @param fault the injected fault, if any
 * @param status the HTTP status answered; 0 when nothing was
 * @param obeyed the orders that the answer obeys ({@code score=great+english}); null when it obeys none
 */
public record JournalEntry(
        int port,
        String requestId,
        String evaluationId,
        int attempt,
        long priority,
        Instant receivedAt,
        @Nullable Instant startedAt,
        Instant endedAt,
        String outcome,
        @Nullable String fault,
        int status,
        @Nullable String obeyed) {
    /** How a call can end. */
    public enum Outcome {
        /** A right answer was written. */
        COMPLETED,
        /** The client went away first. */
        ABORTED,
        /** An injected fault was played to its end. */
        FAULT,
        /** Refused: a bad request, an unknown model, a full queue. */
        REJECTED,
        /** The replica was stopping and answered {@code finish_reason: abort}. */
        STOPPED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
