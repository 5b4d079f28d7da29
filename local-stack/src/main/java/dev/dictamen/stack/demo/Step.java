package dev.dictamen.stack.demo;

import java.util.List;

/**
 * One transaction of a conversation.
 *
 * @param tick when, counted from its opening
 */
record Step(long tick, Move move, List<SpokenLine> lines) {
    /** What becomes of the conversation when the lines are written. */
    enum Move {
        OPEN,
        TALK,
        CLOSE,
        OPEN_AGAIN
    }

    /** A line at its place in the conversation. */
    record SpokenLine(int position, Author author, String body) {}

    Step {
        lines = List.copyOf(lines);
    }

    boolean hasOperator() {
        return lines.stream().anyMatch(line -> line.author() == Author.OPERATOR);
    }
}
