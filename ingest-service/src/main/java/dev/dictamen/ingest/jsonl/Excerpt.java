package dev.dictamen.ingest.jsonl;

/** A value as a reason shows it: quoted, at most 60 characters, nothing that a terminal or a log line would obey. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The value, quoted. */
    public static String value(String text) {
        var shown = new StringBuilder("'");
        text.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.append('\'').toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (isPlain(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append("\\u%04X".formatted(character));
        }
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
