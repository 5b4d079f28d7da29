package dev.dictamen.worker.verdict;

import dev.dictamen.rules.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells Spanish from the languages a judge slips into. Some small words that only Spanish has, and hardly one of another
 * language, settle it, as they do for nearly every verdict. Else {@link LanguageOdds} decides where a text is long enough and the
 * odds are clear; else small words of either language do, and where there are none, how the words end. What stands between
 * quotation marks does not count, since a judge may quote the chat. In doubt a text passes.
 */
public final class SpanishCheck {
    private static final Pattern QUOTATION = Pattern.compile("«[^»]*»|“[^”]*”|\"[^\"]*\"");
    /** No language writes a letter three times over, and it misleads a detector that counts letters. */
    private static final Pattern REPEATED_LETTER = Pattern.compile("(\\p{L})\\1{2,}");

    private static final Pattern ONLY_SPANISH = Pattern.compile("[ñÑ¿¡]");
    private static final Pattern ENDS_FOREIGN = Pattern.compile("\\p{L}*[bcfghjkmpqtvwxy]");
    private static final Set<String> ONLY_SPANISH_WORDS = WordList.words(SpanishCheck.class, "only-spanish");
    private static final Set<String> SPANISH = WordList.words(SpanishCheck.class, "spanish");
    private static final Set<String> ENGLISH = WordList.words(SpanishCheck.class, "english");
    private static final Set<String> PORTUGUESE = WordList.words(SpanishCheck.class, "portuguese");

    /** So many different words that only Spanish has settle it, where foreign ones are fewer than a quarter of them. */
    private static final int ENOUGH_WORDS = 3;

    /** Shorter texts tell a statistical detector too little. */
    private static final int ENOUGH_CHARACTERS = 40;
    /** Above this the odds of one language are clear. */
    private static final float CLEAR = 0.9f;
    /** Spanish this probable is not ruled out by another language before it. */
    private static final float POSSIBLE = 0.25f;

    private SpanishCheck() {}

    public static boolean isSpanish(String text) {
        var unquoted = unquoted(text);
        if (isClearlySpanish(words(unquoted))) {
            return true;
        }
        var said = REPEATED_LETTER.matcher(unquoted).replaceAll("$1").strip();
        var words = words(said);
        if (said.length() < ENOUGH_CHARACTERS) {
            return hasSpanishWords(said, words);
        }
        var odds = LanguageOdds.of(said);
        if (odds.getOrDefault("es", 0f) >= POSSIBLE) {
            return true;
        }
        boolean clearlyAnother = odds.values().stream().anyMatch(probability -> probability >= CLEAR);
        return !clearlyAnother && hasSpanishWords(said, words);
    }

    /** The text with a blank in place of what stands between quotation marks. */
    static String unquoted(String text) {
        return QUOTATION.matcher(text).replaceAll(" ");
    }

    /** Its runs of letters, in lower case. */
    private static List<String> words(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Character.isLetter(lower.charAt(i))) {
                if (i > start) {
                    words.add(lower.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isClearlySpanish(List<String> words) {
        var spanish = words.stream().filter(ONLY_SPANISH_WORDS::contains).toList();
        return Set.copyOf(spanish).size() >= ENOUGH_WORDS && 4 * foreign(words) < spanish.size();
    }

    private static boolean hasSpanishWords(String said, List<String> words) {
        long spanish = count(words, SPANISH) + (ONLY_SPANISH.matcher(said).find() ? 1 : 0);
        long foreign = foreign(words);
        return (spanish == 0 && foreign == 0) ? endsAsSpanish(words) : spanish >= foreign;
    }

    private static long foreign(List<String> words) {
        return Math.max(count(words, ENGLISH), count(words, PORTUGUESE));
    }

    private static long count(List<String> words, Set<String> known) {
        return words.stream().filter(known::contains).count();
    }

    private static boolean endsAsSpanish(List<String> words) {
        long foreign = words.stream().filter(ENDS_FOREIGN.asMatchPredicate()).count();
        return 2 * foreign <= words.size();
    }
}
