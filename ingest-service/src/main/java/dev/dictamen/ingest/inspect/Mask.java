package dev.dictamen.ingest.inspect;

/** Makes a value showable: its length and shape stay, no letter and no digit of it survives. */
final class Mask {
    private static final int SHOWN = 40;
    private static final int CODE_LENGTH = 20;

    private Mask() {}

    /** Letters become x (capitals X), digits 0, control characters a blank; what is long ends with "…". */
    static String of(String value) {
        var masked = new StringBuilder();
        value.codePoints().limit(SHOWN).forEach(point -> masked.append(shape(point)));
        return masked + (value.codePointCount(0, value.length()) > SHOWN ? "…" : "");
    }

    /** Whether a value of a status-like column is a code that may be shown: a whole number or one short word. */
    static boolean isCode(String value) {
        return value.matches("-?[0-9]{1,9}")
                || (value.length() <= CODE_LENGTH && value.matches("[\\p{L}][\\p{L}\\p{N}_.:\\\\-]*"));
    }

    private static char shape(int point) {
        if (Character.isUpperCase(point)) {
            return 'X';
        }
        if (Character.isDigit(point)) {
            return '0';
        }
        if (Character.isWhitespace(point) || Character.isISOControl(point)) {
            return ' ';
        }
        return point < 128 && !Character.isLetter(point) ? (char) point : 'x';
    }
}
