package dev.dictamen.worker.verdict;

import java.util.function.UnaryOperator;

/** Undoes what was done to a text more than once. */
final class Layers {
    private Layers() {}

    /** The text after as many rounds as change it, and not more than {@code most}. */
    static String undone(String text, int most, UnaryOperator<String> once) {
        var before = text;
        for (int round = 0; round < most; round++) {
            var after = once.apply(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }
}
