package dev.dictamen.ingest.clues;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text as detectors read it: every digit and full-width letter in ASCII, blanks and dashes of all kinds as one, invisible
 * characters left out. Knows for each of its characters where it stood in the original.
 */
public final class FoldedText {
    /** Stands between what is only context and the text itself; no detector reads across it. */
    public static final char BOUNDARY = '\u001E';

    private static final int COMBINING_KEYCAP = 0x20E3;
    private static final int MINUS = 0x2212;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final int INVISIBLE = -1;

    /** What becomes of the letters of Latin scripts, of which almost all texts are. */
    private static final int[] LATIN =
            IntStream.range(0, 0x180).map(FoldedText::folded).toArray();

    private final String text;
    private final int @Nullable [] origins;

    private FoldedText(String text, int @Nullable [] origins) {
        this.text = text;
        this.origins = origins;
    }

    /** Almost every text is folded already, and is not copied then. */
    public static FoldedText of(String original) {
        int same = lengthOfFolded(original);
        return same == original.length() ? new FoldedText(original, null) : foldedFrom(same, original);
    }

    private static int lengthOfFolded(String original) {
        int at = 0;
        while (at < original.length()) {
            int codePoint = original.codePointAt(at);
            if (plain(codePoint) != codePoint) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static FoldedText foldedFrom(int same, String original) {
        var folded = new char[original.length()];
        int[] origins = IntStream.rangeClosed(0, original.length()).toArray();
        original.getChars(0, same, folded, 0);
        int length = same;
        int next;
        for (int at = same; at < original.length(); at = next) {
            int codePoint = original.codePointAt(at);
            next = at + Character.charCount(codePoint);
            int plain = plain(codePoint);
            if (plain != INVISIBLE) {
                int units = Character.toChars(plain, folded, length);
                Arrays.fill(origins, length, length + units, at);
                length += units;
            }
        }
        origins[length] = original.length();
        return new FoldedText(new String(folded, 0, length), origins);
    }

    private static int plain(int codePoint) {
        return codePoint < LATIN.length ? LATIN[codePoint] : folded(codePoint);
    }

    private static int folded(int codePoint) {
        if (codePoint < 128) {
            return codePoint == '\t' || codePoint == BOUNDARY ? ' ' : codePoint;
        }
        if (codePoint == 'º' || codePoint == 'ª') {
            return '.';
        }
        if (codePoint == COMBINING_KEYCAP || codePoint == EMOJI_STYLE) {
            return INVISIBLE;
        }
        if (codePoint >= FULL_WIDTH_FIRST && codePoint <= FULL_WIDTH_LAST) {
            return codePoint - FULL_WIDTH_SHIFT;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> INVISIBLE;
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(codePoint, 10);
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.MATH_SYMBOL -> codePoint == MINUS ? '-' : codePoint;
            default -> codePoint;
        };
    }

    public String text() {
        return text;
    }

    public int originalLength() {
        return origin(text.length());
    }

    /** Where a character, or the end of the text, stood; after what is invisible right before it. */
    public int origin(int at) {
        return origins == null ? at : origins[at];
    }
}
