package dev.dictamen.stack.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines in columns for a person, each column as wide as it must be. An empty cell is a dash; the last column may stay empty. */
public final class Table {
    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with a cell for each heading. */
    public Table row(Object... cells) {
        rows.add(Stream.of(cells).map(Object::toString).toList());
        return this;
    }

    /** The headings and the rows, indented. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        int last = row.size() - 1;
        for (int column = 0; column < last; column++) {
            var cell = row.get(column).isEmpty() ? "-" : row.get(column);
            line.append(BETWEEN).append(cell).repeat(' ', width(column) - cell.length());
        }
        return line.append(BETWEEN).append(row.get(last)).toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
