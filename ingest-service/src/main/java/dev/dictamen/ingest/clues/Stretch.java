package dev.dictamen.ingest.clues;

/**
 * A part of a text, from {@code start}, up to but without {@code end}, with so many clues of one kind in it. What is found in
 * it has a clue and so begins at the last one or before.
 */
public record Stretch(int start, int end, int clues, int lastClue) {}
