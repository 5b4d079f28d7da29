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

    /** The one letter that each of the first characters is folded to; 0 where that is none or several. */
    private static final char[] SINGLE = new char[0x180];

    static {
        for (char letter = 0; letter < SINGLE.length; letter++) {
            var folded = byUnicode(String.valueOf(letter));
            SINGLE[letter] = folded.length() == 1 ? folded.charAt(0) : 0;
        }
    }

    private FoldedText() {}

    /** The folded text; its length may differ. */
    public static String of(String text) {
        var folded = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char single = single(text.charAt(i));
            if (single != 0) {
                folded.append(from < i ? byUnicode(text.substring(from, i)) : "")
                        .append(single);
                from = i + 1;
            }
        }
        return folded.append(byUnicode(text.substring(from))).toString();
    }

    private static char single(char letter) {
        return letter < SINGLE.length ? SINGLE[letter] : 0;
    }

    private static String byUnicode(String text) {
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
