package dev.dictamen.stack.file;

/** A file cannot be what it is taken for; the message is a sentence for the person who named it. */
public final class FileRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileRefusedException(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
