package dev.dictamen.worker.evaluate;

/** The model server refused the question itself (HTTP 400, 413, 422): a mistake of ours or a chat it cannot take. */
public class RefusedQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message the server's words, never chat text */
    public RefusedQuestionException(String message) {
        super(message);
    }
}
