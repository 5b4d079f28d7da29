package dev.dictamen.ingest.read;

/** Makes text of a foreign database fit. */
final class Text {
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
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** Whether a key can be a chat's id: 1 to {@code longest} characters, none of them a control character, no edge blank. */
    static boolean isId(String key, int longest) {
        return !key.isEmpty() && key.codePointCount(0, key.length()) <= longest && key.equals(oneLine(key));
    }
}
