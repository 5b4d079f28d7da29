package dev.dictamen.ingest.redact;

import java.util.Arrays;

/**
 * A text as detectors read it: every digit and full-width letter in ASCII, blanks and dashes of all kinds as one, invisible
 * characters left out. Knows for each of its characters where it stood in the original.
 */
final class FoldedText {
    /** Stands between what is only context and the text itself; no detector reads across it. */
    static final char BOUNDARY = '\u001E';

    private static final int COMBINING_KEYCAP = 0x20E3;
    private static final int MINUS = 0x2212;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;

    private final StringBuilder text;
    private int[] origins;

    private FoldedText(int length) {
        this.text = new StringBuilder(length);
        this.origins = new int[length + 1];
    }

    static FoldedText of(String original) {
        var folded = new FoldedText(original.length());
        int next;
        for (int at = 0; at < original.length(); at = next) {
            int codePoint = original.codePointAt(at);
            next = at + Character.charCount(codePoint);
            folded.append(codePoint, at);
        }
        folded.mark(original.length());
        return folded;
    }

    private void append(int codePoint, int at) {
        if (isInvisible(codePoint)) {
            return;
        }
        int plain = plain(codePoint);
        for (int unit = 0; unit < Character.charCount(plain); unit++) {
            mark(at);
            text.append(Character.toChars(plain)[unit]);
        }
    }

    private void mark(int at) {
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[text.length()] = at;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || codePoint == COMBINING_KEYCAP
                || codePoint == EMOJI_STYLE;
    }

    private static int plain(int codePoint) {
        if (codePoint < 128) {
            return codePoint == '\t' || codePoint == BOUNDARY ? ' ' : codePoint;
        }
        if (codePoint == 'º' || codePoint == 'ª') {
            return '.';
        }
        if (Character.isDigit(codePoint)) {
            return '0' + Character.digit(codePoint, 10);
        }
        if (codePoint >= FULL_WIDTH_FIRST && codePoint <= FULL_WIDTH_LAST) {
            return codePoint - FULL_WIDTH_SHIFT;
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.MATH_SYMBOL -> codePoint == MINUS ? '-' : codePoint;
            default -> codePoint;
        };
    }

    String text() {
        return text.toString();
    }

    /** The same span in the original, with the invisible characters in it and right after it. */
    Span inOriginal(Span span) {
        return new Span(origins[span.start()], origins[span.end()], span.kind());
    }
}
