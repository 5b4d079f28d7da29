package dev.dictamen.ingest.redact;

import java.util.List;

/** Finds one kind of personal data. Stateless, and linear in the length of the text. */
@FunctionalInterface
interface Detector {
    /** Where the kind occurs in a folded text ({@link FoldedText}), in any order. */
    List<Span> find(CharSequence text);
}
