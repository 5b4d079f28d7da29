package dev.dictamen.rules;

import java.util.List;

/** Joins sentences, leaving out the first one that no longer fits and all after it. */
final class Sentences {
    private Sentences() {}

    static String within(int most, List<String> sentences) {
        var text = new StringBuilder();
        for (var sentence : sentences) {
            int length = text.codePointCount(0, text.length()) + 1 + sentence.codePointCount(0, sentence.length());
            if (length > most) {
                break;
            }
            text.append(text.isEmpty() ? "" : " ").append(sentence);
        }
        return text.toString();
    }
}
