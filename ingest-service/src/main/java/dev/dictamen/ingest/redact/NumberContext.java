package dev.dictamen.ingest.redact;

import dev.dictamen.contract.Word;
import dev.dictamen.ingest.words.WordList;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern ANY = pattern();

    private static Pattern pattern() {
        var alternatives = Arrays.stream(values())
                .filter(context -> context != NONE)
                .map(context -> "(?<" + context.name() + ">"
                        + WordList.of("personal-data", context.word()).regex() + ")")
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What the word nearest to {@code position} says, of those within a line's reach before {@code position}. */
    static NumberContext before(CharSequence text, int position) {
        return before(text, position, NEAR);
    }

    static NumberContext before(CharSequence text, int position, int reach) {
        Matcher words = ANY.matcher(text).region(Math.max(0, position - reach), position);
        words.useTransparentBounds(true);
        NumberContext last = NONE;
        while (words.find()) {
            last = of(words);
        }
        return last;
    }

    private static NumberContext of(Matcher words) {
        for (NumberContext context : values()) {
            if (context != NONE && words.start(context.name()) >= 0) {
                return context;
            }
        }
        return NONE;
    }
}
