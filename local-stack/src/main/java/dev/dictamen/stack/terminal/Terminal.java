package dev.dictamen.stack.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person who started the command. Safe for use by many threads: a line is printed whole. */
public final class Terminal {
    /** Set by the launcher when standard output is a terminal. */
    private static final String WATCHED = "dictamen.terminal";

    /** The same for standard error. */
    private static final String NOTICED = "dictamen.notices";

    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean interactive;

    public Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** Standard output, as UTF-8 whatever the locale says. */
    public static Terminal standard() {
        var stream = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Terminal(stream, Boolean.getBoolean(WATCHED));
    }

    /** Standard error, likewise. */
    public static Terminal standardError() {
        var stream = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(stream, Boolean.getBoolean(NOTICED));
    }

    /** Whether a person watches, so that a line may be drawn over. */
    public boolean isInteractive() {
        return interactive;
    }

    public synchronized void say(String line) {
        out.print((interactive ? CLEAR_LINE : "") + line + "\n");
        out.flush();
    }

    /** Prints a question, so that its answer is typed behind it. */
    synchronized void ask(String question) {
        out.print((interactive ? CLEAR_LINE : "") + question + " ");
        out.flush();
    }

    /** For data that is passed on as it comes. */
    public OutputStream stream() {
        return out;
    }

    /** For a library that writes texts of its own. */
    public PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    public void done(String what, Duration took) {
        say("  ✓ %s %s".formatted(what, seconds(took)));
    }

    public void failed(String what) {
        say("  ✗ " + what);
    }

    /** Draws over the current line; only for a person who watches. */
    public synchronized void draw(String line) {
        if (interactive) {
            out.print(CLEAR_LINE + line);
            out.flush();
        }
    }

    /** {@code 2.1 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
