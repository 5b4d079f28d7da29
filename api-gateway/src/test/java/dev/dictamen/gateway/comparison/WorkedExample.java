package dev.dictamen.gateway.comparison;

import java.util.ArrayList;
import java.util.List;

/** The 300 chats whose figures were worked out beside the formulas: rows live, columns the replay. */
final class WorkedExample {
    static final ShiftMatrix MATRIX = matrix("20 5 1 0 0 / 4 30 8 1 0 / 1 7 60 12 1 / 0 1 10 80 9 / 0 0 2 8 40");
    static final ShiftMatrix EMPTY = ShiftMatrix.of(List.of());

    private WorkedExample() {}

    /** Rows are parted by {@code /}. */
    static ShiftMatrix matrix(String text) {
        var cells = new ArrayList<ShiftMatrix.Cell>();
        String[] rows = text.split("/");
        for (int row = 0; row < rows.length; row++) {
            String[] chats = rows[row].strip().split("\\s+");
            for (int column = 0; column < chats.length; column++) {
                cells.add(new ShiftMatrix.Cell(row + 1, column + 1, Long.parseLong(chats[column])));
            }
        }
        return ShiftMatrix.of(cells);
    }
}
