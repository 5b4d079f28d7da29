package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Score;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many chats have which pair of grades. Rows are the grades of the one side (the run compared with, or the customers), columns those of
 * the run; both from horrible to great. Never changes.
 */
final class ShiftMatrix {
    static final int SIZE = Score.values().length;

    private final long[][] chats;

    /** A cell of a matrix, its values from 1 to 5. */
    record Cell(int row, int column, long chats) {}

    /**
     * In how many chats both sides gave a grade, one of them alone, or neither.
     *
     * @param both of them
     * @param column the column's side alone
     * @param row the row's side alone
     * @param neither of them
     */
    record Pairs(long both, long column, long row, long neither) {
        long total() {
            return both + column + row + neither;
        }
    }

    private ShiftMatrix(long[][] chats) {
        this.chats = chats;
    }

    /** Cells that are not named are 0; what is named twice is added up. */
    static ShiftMatrix of(List<Cell> cells) {
        var chats = new long[SIZE][SIZE];
        cells.forEach(cell -> chats[cell.row() - 1][cell.column() - 1] += cell.chats());
        return new ShiftMatrix(chats);
    }

    List<List<Long>> rows() {
        return Arrays.stream(chats)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    long total() {
        return within(SIZE);
    }

    /** Chats whose grades are at most this far apart. */
    long within(int distance) {
        long found = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                found += Math.abs(row - column) <= distance ? chats[row][column] : 0;
            }
        }
        return found;
    }

    /** The share of chats whose grades are at most this far apart; null of no chats. */
    @Nullable
    Double shareWithin(int distance) {
        return total() == 0 ? null : (double) within(distance) / total();
    }

    Pairs pairs(Score score) {
        int index = score.value() - 1;
        long both = chats[index][index];
        long column = columnTotal(index) - both;
        long row = rowTotal(index) - both;
        return new Pairs(both, column, row, total() - both - column - row);
    }

    /** The share of all chats in one cell, its indices from 0; of no chats, not a number. */
    double share(int row, int column) {
        return (double) chats[row][column] / total();
    }

    double rowShare(int row) {
        return (double) rowTotal(row) / total();
    }

    double columnShare(int column) {
        return (double) columnTotal(column) / total();
    }

    /** Mean grade of the rows' side, 1 to 5; null of no chats. */
    @Nullable
    Double rowMean() {
        double sum = 0;
        for (int row = 0; row < SIZE; row++) {
            sum += (row + 1) * (double) rowTotal(row);
        }
        return total() == 0 ? null : sum / total();
    }

    /** Mean grade of the columns' side, 1 to 5; null of no chats. */
    @Nullable
    Double columnMean() {
        double sum = 0;
        for (int column = 0; column < SIZE; column++) {
            sum += (column + 1) * (double) columnTotal(column);
        }
        return total() == 0 ? null : sum / total();
    }

    private long rowTotal(int row) {
        return Arrays.stream(chats[row]).sum();
    }

    private long columnTotal(int column) {
        return Arrays.stream(chats).mapToLong(row -> row[column]).sum();
    }
}
