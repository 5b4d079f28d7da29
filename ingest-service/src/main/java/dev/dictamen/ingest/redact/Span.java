package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.FoldedText;

/** A stretch of text that holds one personal datum: from {@code start}, up to but without {@code end}. */
record Span(int start, int end, Kind kind) {
    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    int length() {
        return end - start;
    }

    Span movedBy(int characters) {
        return new Span(start + characters, end + characters, kind);
    }

    /** The same in the text as it was before folding, with the invisible characters in it and right after it. */
    Span inOriginal(FoldedText text) {
        return new Span(text.origin(start), text.origin(end), kind);
    }
}
