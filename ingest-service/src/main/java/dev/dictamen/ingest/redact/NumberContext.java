package dev.dictamen.ingest.redact;

import dev.dictamen.contract.Word;
import dev.dictamen.ingest.words.WordIndex;
import dev.dictamen.ingest.words.WordList;
import java.util.EnumMap;
import java.util.Map;

/** What the words before a number say it is: the lists in {@code words/personal-data.txt}. */
enum NumberContext implements Word {
    PHONE,
    /** Chile's. */
    RUT,
    /** Argentina's and Peru's. */
    DNI,
    /** Colombia's. */
    CEDULA,
    /** A tax number, or an account with check digits. */
    TAX,
    /** An order, a parcel, an invoice or the like. */
    REFERENCE,
    MONEY,
    /** No word says anything. */
    NONE;

    private static final int NEAR = 64;
    private static final WordIndex<NumberContext> WORDS = new WordIndex<>(words());

    private static Map<NumberContext, WordList> words() {
        var words = new EnumMap<NumberContext, WordList>(NumberContext.class);
        for (NumberContext context : values()) {
            if (context != NONE) {
                words.put(context, WordList.of("personal-data", context.word()));
            }
        }
        return words;
    }

    /** What the word nearest to {@code position} says, of those within a line's reach before {@code position}. */
    static NumberContext before(CharSequence text, int position) {
        return before(text, position, NEAR);
    }

    static NumberContext before(CharSequence text, int position, int reach) {
        return WORDS.last(text, Math.max(0, position - reach), position).orElse(NONE);
    }
}
