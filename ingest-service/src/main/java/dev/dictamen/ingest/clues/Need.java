package dev.dictamen.ingest.clues;

/**
 * What a detector needs to find anything: everything it finds has at least so many clues in it, none too far from the next
 * ({@link Clue}).
 */
public record Need(Clue clue, int fewest) {
    public static Need digits(int fewest) {
        return new Need(Clue.DIGIT, fewest);
    }

    public static Need one(Clue clue) {
        return new Need(clue, 1);
    }
}
