package dev.dictamen.simulator.verdict;

import java.util.regex.Pattern;

/** A short piece of a message, on one line, whole words, between « ». */
final class Quotation {
    private static final int MOST_CHARACTERS = 60;
    private static final int BEFORE = 20;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}«»]+");

    private Quotation() {}

    static String around(String text, int position) {
        int from = wordStart(text, position - BEFORE);
        int to = wordEnd(text, from + MOST_CHARACTERS);
        var words = SPACES.matcher(text.substring(from, to)).replaceAll(" ").strip();
        return "«" + (from > 0 ? "…" : "") + words + (to < text.length() ? "…" : "") + "»";
    }

    private static int wordStart(String text, int wanted) {
        if (wanted <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', wanted);
        return space < 0 || space > wanted + BEFORE ? whole(text, wanted) : space + 1;
    }

    private static int wordEnd(String text, int wanted) {
        if (wanted >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', wanted);
        return space <= wanted - BEFORE ? whole(text, wanted) : space;
    }

    /** Never between the two halves of one code point. */
    private static int whole(String text, int position) {
        return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
    }
}
