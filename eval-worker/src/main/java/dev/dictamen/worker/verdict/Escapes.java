package dev.dictamen.worker.verdict;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands in a text for another character: escapes of JSON that were escaped once or twice too often, and references of
 * HTML. A backslash that is part of a path stays. Linear.
 */
final class Escapes {
    private static final int MOST_ROUNDS = 3;
    private static final int HEX = 16;

    /** All the backslashes before it at once, so that it does not matter how often it was escaped. */
    private static final Pattern ESCAPE = Pattern.compile(
            "(?<!\\\\)\\\\++(?:u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,6})\\}|x([0-9a-fA-F]{2})|([\"'/])|([nrt]))");
    /** Letters alone may be the name of a folder. */
    private static final Pattern HEX_WITH_DIGIT = Pattern.compile("[0-9a-fA-F]*\\d[0-9a-fA-F]*");

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\\d{0,2});");
    private static final Pattern UNREADABLE = Pattern.compile("\\\\u(?=[0-9a-fA-F]{0,3}\\d)");
    private static final String ENDS_A_SENTENCE = ".!?;,»”\")…";

    private Escapes() {}

    /** The text with the characters that are meant. */
    static String undone(String text) {
        return Layers.undone(text, MOST_ROUNDS, Escapes::once);
    }

    /** Whether one is left that means nothing, such as half of one. */
    static boolean isIn(String text) {
        return UNREADABLE.matcher(text).find();
    }

    private static String once(String text) {
        var plain = text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meant(match, text)));
        return REFERENCE.matcher(plain).find() ? HtmlUtils.htmlUnescape(plain) : plain;
    }

    private static String meant(MatchResult match, String text) {
        if (match.group(1) != null) {
            return character(
                    match,
                    match.group(1),
                    HEX_WITH_DIGIT.matcher(match.group(1)).matches());
        }
        if (match.group(2) != null) {
            return character(match, match.group(2), true);
        }
        if (match.group(3) != null) {
            return character(
                    match,
                    match.group(3),
                    HEX_WITH_DIGIT.matcher(match.group(3)).matches());
        }
        if (match.group(4) != null) {
            return match.group(4);
        }
        return isBreak(text, match.start(), match.end()) ? breakOf(match.group(5)) : match.group();
    }

    private static String character(MatchResult match, String hex, boolean isMeant) {
        int codePoint = Integer.parseInt(hex, HEX);
        return isMeant && Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : match.group();
    }

    private static String breakOf(String letter) {
        return letter.equals("t") ? "\t" : "\n";
    }

    /** Whether it is a line break or tab rather than the beginning of a folder's name. */
    private static boolean isBreak(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        if (before == ':') {
            return start >= 3
                    && Character.isLetter(text.charAt(start - 2))
                    && Character.isLetter(text.charAt(start - 3));
        }
        if (Character.isLowerCase(after)) {
            return Character.isWhitespace(before) || ENDS_A_SENTENCE.indexOf(before) >= 0;
        }
        return !Character.isDigit(after) || !Character.isLetter(before);
    }
}
