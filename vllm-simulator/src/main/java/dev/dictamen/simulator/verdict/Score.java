package dev.dictamen.simulator.verdict;

import java.util.Locale;

/** The five words of the scale, worst first. */
enum Score {
    HORRIBLE,
    BAD,
    NEUTRAL,
    GOOD,
    GREAT;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
