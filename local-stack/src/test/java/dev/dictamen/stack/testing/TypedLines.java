package dev.dictamen.stack.testing;

import dev.dictamen.stack.terminal.Keyboard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A person who types these lines and then no more. */
public final class TypedLines implements Keyboard {
    private final Deque<String> lines;

    public TypedLines(String... lines) {
        this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public boolean isAttended() {
        return true;
    }

    @Override
    public String line() {
        return lines.isEmpty() ? "" : lines.remove();
    }
}
