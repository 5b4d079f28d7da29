package dev.dictamen.rules;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as our word lists are written: lower case, without accents or invisible characters, each look-alike letter of another
 * alphabet as the Latin one it imitates. For matching only; nobody reads it.
 */
public final class FoldedText {
    private static final Pattern INVISIBLE_OR_MARK =
            Pattern.compile("[\\p{Cf}\\p{M}\\x{E0000}-\\x{E007F}\\x{FE00}-\\x{FE0F}\\p{Cc}&&[^\\n\\r\\t]]");
    /** Each letter of the first line looks as the letter below it: Cyrillic, Greek, dotless i. */
    private static final String IMITATIONS = "аеорсухіјѕԁгӏһԛԝвнкмтαεοριτνυκηχβıɡ";

    private static final String IMITATED = "aeopcyxijsdrlhqwbhkmtaeopitvuknxbig";

    private FoldedText() {}

    /** The folded text; its length may differ. */
    public static String of(String text) {
        var decomposed = Normalizer.normalize(text, Form.NFKD);
        var bare = INVISIBLE_OR_MARK.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            int at = letter < 128 ? -1 : IMITATIONS.indexOf(letter);
            folded.append(at < 0 ? letter : IMITATED.charAt(at));
        }
        return folded.toString();
    }
}
