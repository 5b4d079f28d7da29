package dev.dictamen.ingest.records;

import java.nio.charset.Charset;

/** A file that cannot be read as a whole; the message is one sentence for the person who named it, with what to do. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableFileException(String sentence) {
        super(sentence, null, false, false);
    }

    /** The file's text is not written in the charset in which it was to be read. */
    public static UnreadableFileException notIn(Charset charset) {
        return new UnreadableFileException("the text is not valid " + charset.name()
                + "; say in which it is written, as in --charset windows-1252, or save it as UTF-8");
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
