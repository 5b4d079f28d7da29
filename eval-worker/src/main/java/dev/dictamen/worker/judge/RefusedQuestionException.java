package dev.dictamen.worker.judge;

/** The model server refused the question itself (HTTP 400, 413, 422): a mistake of ours or a chat it cannot take. */
public class RefusedQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int attempts;

    /**
     * @param message the server's words, never chat text
     * @param attempts HTTP attempts that the question took, at least 1
     */
    public RefusedQuestionException(String message, int attempts) {
        super(message);
        this.attempts = attempts;
    }

    public int attempts() {
        return attempts;
    }
}
