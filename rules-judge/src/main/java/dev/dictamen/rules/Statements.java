package dev.dictamen.rules;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a folded text that says how things are. A word that is only mentioned says nothing. */
final class Statements {
    private static final WordList GRADING = WordList.read(Statements.class, "grading");
    private static final Pattern CONDITION =
            Pattern.compile("(?:" + WordList.read(Statements.class, "condition").pattern() + ")[^,;.!?\\n]*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?\\n])");

    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[,;.!?\\n])");

    private Statements() {}

    /** Without what asks, what sets a condition, and what speaks of grades. */
    static String in(String folded) {
        return SENTENCE_END
                .splitAsStream(CONDITION.matcher(folded).replaceAll(" "))
                .filter(sentence -> !sentence.endsWith("?") && !sentence.contains("¿"))
                .map(Statements::notOfGrades)
                .collect(Collectors.joining());
    }

    /** Without what speaks of grades. */
    static String notOfGrades(String folded) {
        return CLAUSE_END
                .splitAsStream(folded)
                .filter(clause -> !GRADING.isIn(clause))
                .collect(Collectors.joining());
    }
}
