package dev.dictamen.worker.verdict;

import java.util.regex.Pattern;

/** Cuts a text that is too long where a reader stumbles least: after a sentence, else after a word. */
final class Shortening {
    private static final String ELLIPSIS = "…";
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][»”\"')\\]]*(?=\\s|$)");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private Shortening() {}

    /** The text, or as much of its beginning as {@code most} code points hold. */
    static String to(int most, String text) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int limit = text.offsetByCodePoints(0, most);
        int sentence = lastEnd(SENTENCE_END, text, limit);
        return 2 * sentence > limit
                ? text.substring(0, sentence)
                : afterAWord(text, text.offsetByCodePoints(0, most - 1));
    }

    private static String afterAWord(String text, int limit) {
        int word = -1;
        var blanks = BLANK.matcher(text);
        while (blanks.find() && blanks.start() <= limit) {
            word = blanks.start();
        }
        return text.substring(0, word > 0 ? word : limit) + ELLIPSIS;
    }

    private static int lastEnd(Pattern pattern, String text, int limit) {
        int end = -1;
        var matcher = pattern.matcher(text);
        while (matcher.find() && matcher.end() <= limit) {
            end = matcher.end();
        }
        return end;
    }
}
