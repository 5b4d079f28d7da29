package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.FoldedText;
import dev.dictamen.ingest.clues.Need;
import dev.dictamen.ingest.clues.Stretch;
import java.util.List;

/** Finds one kind of personal data. Stateless, and linear in the length of the text. */
interface Detector {
    /** What each stretch of text has in which it finds anything. */
    Need needs();

    /**
     * Where the kind occurs in a stretch of a folded text ({@link FoldedText}), in any order. What stands around the stretch
     * is read too, where it says what something in it is.
     */
    List<Span> find(String text, Stretch stretch);
}
