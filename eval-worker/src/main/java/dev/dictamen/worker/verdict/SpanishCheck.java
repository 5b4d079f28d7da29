package dev.dictamen.worker.verdict;

import dev.dictamen.rules.WordList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells Spanish from the languages a judge slips into. {@link LanguageOdds} decides where a text is long enough and the odds
 * are clear; else small words that only one language has do, and where there are none, how the words end. What stands between
 * quotation marks does not count, since a judge may quote the chat. In doubt a text passes.
 */
public final class SpanishCheck {
    private static final Pattern QUOTATION = Pattern.compile("«[^»]*»|“[^”]*”|\"[^\"]*\"");
    /** No language writes a letter three times over, and it misleads a detector that counts letters. */
    private static final Pattern REPEATED_LETTER = Pattern.compile("(\\p{L})\\1{2,}");

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ONLY_SPANISH = Pattern.compile("[ñ¿¡]");
    private static final Pattern ENDS_FOREIGN = Pattern.compile("\\p{L}*[bcfghjkmpqtvwxy]");
    private static final WordList SPANISH = WordList.read(SpanishCheck.class, "spanish");
    private static final WordList ENGLISH = WordList.read(SpanishCheck.class, "english");
    private static final WordList PORTUGUESE = WordList.read(SpanishCheck.class, "portuguese");

    /** Shorter texts tell a statistical detector too little. */
    private static final int ENOUGH_CHARACTERS = 40;
    /** Above this the odds of one language are clear. */
    private static final float CLEAR = 0.9f;
    /** Spanish this probable is not ruled out by another language before it. */
    private static final float POSSIBLE = 0.25f;

    private SpanishCheck() {}

    public static boolean isSpanish(String text) {
        var unquoted = QUOTATION.matcher(text).replaceAll(" ");
        var said = REPEATED_LETTER.matcher(unquoted).replaceAll("$1").strip();
        if (said.length() < ENOUGH_CHARACTERS) {
            return hasSpanishWords(said);
        }
        var odds = LanguageOdds.of(said);
        if (odds.getOrDefault("es", 0f) >= POSSIBLE) {
            return true;
        }
        boolean clearlyAnother = odds.values().stream().anyMatch(probability -> probability >= CLEAR);
        return !clearlyAnother && hasSpanishWords(said);
    }

    private static boolean hasSpanishWords(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        var words = NOT_A_LETTER.split(said.strip());
        long spanish = SPANISH.allIn(said).count() + (ONLY_SPANISH.matcher(said).find() ? 1 : 0);
        long foreign =
                Math.max(ENGLISH.allIn(said).count(), PORTUGUESE.allIn(said).count());
        return (spanish == 0 && foreign == 0) ? endsAsSpanish(words) : spanish >= foreign;
    }

    private static boolean endsAsSpanish(String[] words) {
        long foreign =
                Arrays.stream(words).filter(ENDS_FOREIGN.asMatchPredicate()).count();
        return 2 * foreign <= words.length;
    }
}
