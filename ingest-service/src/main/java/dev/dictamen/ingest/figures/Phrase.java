package dev.dictamen.ingest.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.dictamen.ingest.words.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Letters that are looked for anywhere, inside words too; upper and lower case are the same, and an accented vowel stands for
 * the plain one too. {@code a > b} is a, and b somewhere behind it. Looking takes a time that grows with the text's length times the
 * phrase's, whatever they hold.
 */
record Phrase(List<Part> parts) {
    private static final String THEN = ">";
    private static final int LONGEST = 100;
    private static final int ABSENT = -1;

    Phrase {
        parts = List.copyOf(parts);
    }

    /** From what a file of intents has. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Phrase of(String written) {
        List<String> parts = Arrays.stream(written.toLowerCase(Locale.ROOT).split(THEN, -1))
                .map(String::strip)
                .toList();
        if (written.length() > LONGEST || parts.contains("")) {
            throw new IllegalArgumentException("the phrase '" + written + "' must have at most " + LONGEST
                    + " characters, and something on both sides of every " + THEN);
        }
        return new Phrase(parts.stream().map(Part::of).toList());
    }

    /** @param said in lower case */
    boolean isIn(String said) {
        int at = 0;
        for (Part part : parts) {
            int found = part.find(said, at);
            if (found == ABSENT) {
                return false;
            }
            at = found + part.written.length();
        }
        return true;
    }

    /**
     * Letters that stand together.
     *
     * @param plain the same without accents
     */
    record Part(String written, String plain) {
        static Part of(String written) {
            var plain = new StringBuilder(written);
            for (int place = 0; place < written.length(); place++) {
                plain.setCharAt(place, WordList.plain(written.charAt(place)));
            }
            return new Part(written, plain.toString());
        }

        private int find(String said, int from) {
            return written.equals(plain) ? said.indexOf(written, from) : findEither(said, from);
        }

        private int findEither(String said, int from) {
            for (int at = from; at <= said.length() - written.length(); at++) {
                if (isAt(said, at)) {
                    return at;
                }
            }
            return ABSENT;
        }

        private boolean isAt(String said, int at) {
            for (int place = 0; place < written.length(); place++) {
                char found = said.charAt(at + place);
                if (found != plain.charAt(place) && found != written.charAt(place)) {
                    return false;
                }
            }
            return true;
        }
    }
}
