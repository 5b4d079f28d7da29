package dev.dictamen.stack.importing;

/** The import cannot start or cannot go on; the message is a sentence for the person who started it. */
final class ImportFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFailedException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
