package dev.dictamen.rules.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds all of many literals in one pass over a text, by one table look-up a character: the automaton of Aho and Corasick
 * (Communications of the ACM 18, 1975) with every transition written out. Thread-safe.
 */
final class Literals {
    /** Told of each literal that is found: to which group it belongs, and where it ends (exclusive). */
    interface Listener {
        void found(int group, int end);
    }

    private static final int[] NOTHING = {};

    /** Column of each character; 0 for those of no literal. */
    private final char[] columns;

    private final int width;
    private final int[] next;
    private final int[][] found;

    private Literals(char[] columns, int width, int[] next, int[][] found) {
        this.columns = columns;
        this.width = width;
        this.next = next;
        this.found = found;
    }

    /** @param groups literals none of which is empty; a group is told by its place in this list */
    static Literals of(List<Set<String>> groups) {
        var letters = groups.stream()
                .flatMap(Set::stream)
                .flatMapToInt(String::chars)
                .distinct()
                .sorted()
                .toArray();
        var columns = new char[letters[letters.length - 1] + 1];
        IntStream.range(0, letters.length).forEach(place -> columns[letters[place]] = (char) (place + 1));
        return new Builder(columns, letters.length + 1).build(groups);
    }

    void in(String text, Listener listener) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            state = next[state * width + (letter < columns.length ? columns[letter] : 0)];
            for (int group : found[state]) {
                listener.found(group, i + 1);
            }
        }
    }

    /** Grows a tree of the literals, then leads each missing branch to where the longest suffix goes on. */
    private static final class Builder {
        private final char[] columns;
        private final int width;
        private final List<int[]> rows = new ArrayList<>();
        private final List<int[]> found = new ArrayList<>();

        Builder(char[] columns, int width) {
            this.columns = columns;
            this.width = width;
            addState();
        }

        private int addState() {
            rows.add(new int[width]);
            found.add(NOTHING);
            return rows.size() - 1;
        }

        Literals build(List<Set<String>> groups) {
            for (int group = 0; group < groups.size(); group++) {
                for (var literal : groups.get(group)) {
                    add(literal, group);
                }
            }
            complete();
            var next = rows.stream().flatMapToInt(Arrays::stream).toArray();
            return new Literals(columns, width, next, found.toArray(int[][]::new));
        }

        private void add(String literal, int group) {
            int state = 0;
            for (int i = 0; i < literal.length(); i++) {
                var row = rows.get(state);
                int column = columns[literal.charAt(i)];
                if (row[column] == 0) {
                    row[column] = addState();
                }
                state = row[column];
            }
            found.set(state, union(found.get(state), new int[] {group}));
        }

        private void complete() {
            var suffixes = new int[rows.size()];
            var waiting = new ArrayDeque<>(List.of(0));
            while (!waiting.isEmpty()) {
                int state = waiting.remove();
                var row = rows.get(state);
                var ofSuffix = rows.get(suffixes[state]);
                found.set(state, union(found.get(state), found.get(suffixes[state])));
                for (int column = 1; column < width; column++) {
                    int child = row[column];
                    if (child == 0) {
                        row[column] = ofSuffix[column];
                    } else {
                        suffixes[child] = state == 0 ? 0 : ofSuffix[column];
                        waiting.add(child);
                    }
                }
            }
        }

        private static int[] union(int[] one, int[] other) {
            return IntStream.concat(Arrays.stream(one), Arrays.stream(other))
                    .distinct()
                    .toArray();
        }
    }
}
