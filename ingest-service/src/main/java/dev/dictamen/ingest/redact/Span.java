package dev.dictamen.ingest.redact;

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
}
