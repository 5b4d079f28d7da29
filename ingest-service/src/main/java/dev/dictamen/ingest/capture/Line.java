package dev.dictamen.ingest.capture;

/** What comes next out of a body of lines. Numbers count from 1 over all lines, blank ones too. */
sealed interface Line {
    /** A line with content, without its end. */
    record Content(long number, byte[] bytes) implements Line {}

    /** A line longer than {@link Limits#LINE_BYTES}; it was skipped. */
    record TooLong(long number) implements Line {}

    /** No line is left. */
    record End() implements Line {}
}
