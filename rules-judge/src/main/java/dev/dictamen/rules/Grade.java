package dev.dictamen.rules;

import java.util.Locale;

/** The five words of the scale, worst first. */
enum Grade {
    HORRIBLE,
    BAD,
    NEUTRAL,
    GOOD,
    GREAT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
