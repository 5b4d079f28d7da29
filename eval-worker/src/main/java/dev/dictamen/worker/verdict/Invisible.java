package dev.dictamen.worker.verdict;

import java.util.regex.Pattern;

/**
 * Characters that nobody sees and that may show a text as another: marks of direction, of width zero, fillers, tags. Those that
 * hold an emoji together stay. Linear.
 */
final class Invisible {
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final Pattern LETTERS_UNSEEN = Pattern.compile("[\u115F\u1160\u3164\uFFA0\u2800\u034F\u17B4\u17B5]");
    private static final Pattern STYLE = Pattern.compile("[\uFE00-\uFE0D\\x{E0100}-\\x{E01EF}]");

    /** What is no character of any text: controls, halves of a pair, private ones, and marks piled upon a letter. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cs}\\p{Cc}\\p{Co}\uFDD0-\uFDEF\uFFFE\uFFFF&&[^\\n\\r\\t]]|\\p{M}{4}");

    private Invisible() {}

    /** The text without them, in the order in which it was written. */
    static String removed(String text) {
        var seen = new StringBuilder(text.length());
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int next = i < text.length() ? text.codePointAt(i) : ' ';
            if (isLineEnd(codePoint)) {
                seen.append('\n');
            } else if (isSeen(before, codePoint, next)) {
                seen.appendCodePoint(codePoint);
                before = codePoint;
            }
        }
        return seen.toString();
    }

    /** Whether it holds what is no text. */
    static boolean isNoText(String text) {
        return NO_TEXT.matcher(text).find();
    }

    private static boolean isLineEnd(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isSeen(int before, int codePoint, int next) {
        if (codePoint == JOINER) {
            return isPicture(before) && isPicture(next);
        }
        if (codePoint == TEXT_STYLE || codePoint == EMOJI_STYLE) {
            return Character.isEmoji(before);
        }
        var character = Character.toString(codePoint);
        return Character.getType(codePoint) != Character.FORMAT
                && !LETTERS_UNSEEN.matcher(character).matches()
                && !STYLE.matcher(character).matches();
    }

    private static boolean isPicture(int codePoint) {
        return codePoint == EMOJI_STYLE
                || Character.isExtendedPictographic(codePoint)
                || Character.isEmojiModifier(codePoint);
    }
}
