package dev.dictamen.ingest.jsonl;

import java.nio.ByteBuffer;

/** What comes next out of a body of lines. Numbers count from 1 over all lines, blank ones too. */
public sealed interface Line {
    /** A line with content, without its end. */
    record Content(long number, ByteBuffer utf8) implements Line {
        /** Whether nothing but blanks and tabs is on it. */
        boolean isBlank() {
            for (int i = 0; i < utf8.limit(); i++) {
                if (utf8.get(i) != ' ' && utf8.get(i) != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    /** A line longer than the longest that is taken; it was skipped. */
    record TooLong(long number) implements Line {}

    /** No line is left. */
    record End() implements Line {}
}
