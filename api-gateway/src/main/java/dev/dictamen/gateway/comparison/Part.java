package dev.dictamen.gateway.comparison;

import dev.dictamen.gateway.comparison.ShiftMatrix.Cell;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Chats that a run scored, and that share their grades and what their customers said.
 *
 * @param with the grade that the run compared with gave, 1 to 5; 0 where it scored them not, or at another revision
 * @param run the grade that the run gave, 1 to 5
 * @param csat what customers said, 1 to 5; 0 where they said no such number
 * @param taken what both sides' verdicts took
 */
record Part(int with, int run, int csat, long chats, Comparison.Sides<Taken> taken) {
    boolean isCompared() {
        return with > 0;
    }

    boolean isRated() {
        return csat > 0;
    }

    static ShiftMatrix matrix(List<Part> parts, ToIntFunction<Part> row, ToIntFunction<Part> column) {
        return ShiftMatrix.of(parts.stream()
                .map(part -> new Cell(row.applyAsInt(part), column.applyAsInt(part), part.chats()))
                .toList());
    }

    static Comparison.Sides<Taken> taken(List<Part> parts) {
        return new Comparison.Sides<>(
                Taken.sum(parts.stream().map(part -> part.taken().with()).toList()),
                Taken.sum(parts.stream().map(part -> part.taken().run()).toList()));
    }

    static long chats(List<Part> parts) {
        return parts.stream().mapToLong(Part::chats).sum();
    }
}
