package dev.dictamen.ingest.read;

/** Makes text of a foreign database fit. */
final class Text {
    private static final int UNKNOWN = 0xFFFD;

    private Text() {}

    /** The first {@code longest} characters (code points); the last of them an ellipsis where something was cut. */
    static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** Control characters as blanks, none around. */
    static String oneLine(String text) {
        return unicode(text)
                .codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** The text with the sign for an unknown character in place of each half of one. */
    static String unicode(String text) {
        return isUnicode(text)
                ? text
                : text.codePoints()
                        .map(character -> isHalf(character) ? UNKNOWN : character)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(Text::isHalf);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Whether a key can be a chat's id: 1 to {@code longest} characters, none of them a control character, no edge blank. */
    static boolean isId(String key, int longest) {
        return !key.isEmpty()
                && key.codePointCount(0, key.length()) <= longest
                && isUnicode(key)
                && key.codePoints().noneMatch(Character::isISOControl)
                && !isBlank(key.codePointAt(0))
                && !isBlank(key.codePointBefore(key.length()));
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
