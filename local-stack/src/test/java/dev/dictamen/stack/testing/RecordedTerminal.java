package dev.dictamen.stack.testing;

import dev.dictamen.stack.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A terminal whose lines can be read back. */
public final class RecordedTerminal {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Terminal terminal;

    /** Nobody watches it. */
    public RecordedTerminal() {
        this(false);
    }

    /** @param interactive whether a person watches it */
    public RecordedTerminal(boolean interactive) {
        terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), interactive);
    }

    public Terminal terminal() {
        return terminal;
    }

    public List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
