package dev.dictamen.e2e.statistics;

/** The grades of one chat, 1 to 5. */
public record Pair(int first, int second) {
    int distance() {
        return Math.abs(first - second);
    }
}
