package dev.dictamen.ingest.clues;

import java.util.ArrayList;
import java.util.List;

/** What is in everything that a detector finds, and how far the found may reach from the clue that is nearest in it. */
public enum Clue {
    /** Any digit. Letters may stand before the first, within (CURP) and after the last. */
    DIGIT(8, 8) {
        @Override
        int next(String text, int from) {
            int at = from;
            while (at < text.length() && !isDigit(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? at : NOWHERE;
        }
    },

    /** The sign itself: before it 64 letters of two characters each, after it a domain of nine labels. */
    AT_SIGN(132, 1_160) {
        @Override
        int next(String text, int from) {
            return text.indexOf('@', from);
        }
    },

    /** The word in English or Spanish, between blanks or brackets. */
    AT_WORD(140, 320) {
        @Override
        int next(String text, int from) {
            int at = Math.max(1, from);
            while (at < text.length() && !isAtWord(text, at)) {
                at++;
            }
            return at < text.length() ? at : NOWHERE;
        }
    };

    private static final int NOWHERE = -1;

    private final int before;
    private final int after;

    Clue(int before, int after) {
        this.before = before;
        this.after = after;
    }

    /** Where the first one at {@code from} or after it is, -1 where there is none. */
    abstract int next(String text, int from);

    /** Whether a folded text has a clue of any kind; in one without, no detector finds anything. */
    public static boolean isAnyIn(String text) {
        return DIGIT.isIn(text) || AT_SIGN.isIn(text) || AT_WORD.isIn(text);
    }

    public boolean isIn(String text) {
        return next(text, 0) >= 0;
    }

    /** What is in reach of the clues, in the order of the text; stretches that meet are one. */
    List<Stretch> stretches(String text) {
        var stretches = new ArrayList<Stretch>();
        int at = next(text, 0);
        while (at >= 0) {
            int start = Math.max(0, at - before);
            int last = at;
            int clues = 0;
            for (; at >= 0 && at - before <= last + 1 + after; at = next(text, at + 1)) {
                last = at;
                clues++;
            }
            stretches.add(new Stretch(start, Math.min(last + 1 + after, text.length()), clues, last));
        }
        return stretches;
    }

    /** In a folded text no other digits are left. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAtWord(String text, int at) {
        char c = text.charAt(at);
        return (c == 'a' || c == 'A')
                && " ([{".indexOf(text.charAt(at - 1)) >= 0
                && (isBetween(text, at, "at") || isBetween(text, at, "arroba"));
    }

    private static boolean isBetween(String text, int at, String word) {
        int end = at + word.length();
        return end < text.length()
                && " )]}".indexOf(text.charAt(end)) >= 0
                && text.regionMatches(true, at, word, 0, word.length());
    }
}
