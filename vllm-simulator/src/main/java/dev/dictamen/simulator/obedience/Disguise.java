package dev.dictamen.simulator.obedience;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways to write words so that a person does not see them and a model does. */
final class Disguise {
    private static final Pattern CONTROL_TOKENS =
            Pattern.compile("<\\|(start|channel|message|end|return|constrain|call)\\|>");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E" + "\\u2060-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");
    private static final Pattern JOINED_LETTERS = Pattern.compile("(?<=[A-Za-z])\\u200D(?=[A-Za-z])");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int TAGS = 0xE0000;

    /** Cyrillic and Greek letters, and the Latin ones that look the same. */
    private static final String LOOKALIKES = "аеорсухіјѕкмтнвгαορενικτυχ";

    private static final String LATIN = "aeopcyxijskmthbraopeviktux";

    private Disguise() {}

    static boolean hasControlTokens(String text) {
        return CONTROL_TOKENS.matcher(text).find();
    }

    /** Whether control tokens or invisible characters are in the text. */
    static boolean isIn(String text) {
        return hasControlTokens(text) || INVISIBLE.matcher(text).find();
    }

    /** The words without any disguise, in lower case and without accents: what is written, hidden or coded. */
    static String removed(String text) {
        var tags = new StringBuilder(text);
        text.codePoints()
                .filter(character -> character > TAGS + 0x1F && character < TAGS + 0x7F)
                .forEach(character -> tags.append((char) (character - TAGS)));
        var visible =
                JOINED_LETTERS.matcher(INVISIBLE.matcher(tags).replaceAll("")).replaceAll("");
        return plain(visible + decoded(visible));
    }

    private static String decoded(String text) {
        return BASE64.matcher(text)
                .results()
                .map(code -> "\n" + decodedOrNothing(code.group()))
                .collect(Collectors.joining());
    }

    private static String decodedOrNothing(String code) {
        try {
            return new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var plain = new StringBuilder(MARKS.matcher(apart).replaceAll(""));
        for (int i = 0; i < plain.length(); i++) {
            int alike = LOOKALIKES.indexOf(plain.charAt(i));
            if (alike >= 0) {
                plain.setCharAt(i, LATIN.charAt(alike));
            }
        }
        return plain.toString();
    }
}
