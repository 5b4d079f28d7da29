package dev.dictamen.worker.judge;

import dev.dictamen.contract.FailureReason;

/**
 * There will be no answer to this question: the model server refused it (HTTP 400, 413, 422), a mistake of ours or a chat that it
 * cannot take; or servers that answer others failed at it again and again.
 */
public class RefusedQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final FailureReason reason;
    private final int attempts;

    /**
     * A refusal.
     *
     * @param message the server's words, never chat text
     * @param attempts HTTP attempts that the question took, at least 1
     */
    public RefusedQuestionException(String message, int attempts) {
        this(FailureReason.REQUEST_REFUSED, message, attempts);
    }

    private RefusedQuestionException(FailureReason reason, String message, int attempts) {
        super(message);
        this.reason = reason;
        this.attempts = attempts;
    }

    /** The question of a chat at which servers fail that answer others. */
    public static RefusedQuestionException afterFailures(String message, int attempts) {
        return new RefusedQuestionException(FailureReason.SERVER_FAILED, message, attempts);
    }

    public FailureReason reason() {
        return reason;
    }

    public int attempts() {
        return attempts;
    }
}
