package dev.dictamen.worker.transcript;

import java.util.ArrayList;
import java.util.List;

/** The parts of a text that may be base64, in either alphabet: long runs of its characters. */
final class Base64Runs {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 8_000;

    private Base64Runs() {}

    /** Each of 20 characters or more, in their order; a very long one in pieces. */
    static List<String> in(String text) {
        var runs = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || !isOfBase64(text.charAt(i));
            if (ends || i - from == LONGEST) {
                if (i - from >= SHORTEST) {
                    runs.add(text.substring(from, i));
                }
                from = ends ? i + 1 : i;
            }
        }
        return runs;
    }

    private static boolean isOfBase64(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || "+/_-".indexOf(letter) >= 0;
    }
}
