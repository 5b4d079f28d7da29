package dev.dictamen.stack.importing;

import dev.dictamen.stack.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;

/** How far an import is: a bar for a person who watches, otherwise a line every few seconds. */
final class Progress {
    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Terminal terminal;
    private long lastLineNanos = System.nanoTime();

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(double share, Tally tally) {
        var counts = "%d accepted, %d rejected".formatted(tally.accepted(), tally.rejected());
        if (terminal.isInteractive()) {
            terminal.draw(bar(share) + " " + counts);
        } else if (System.nanoTime() - lastLineNanos > BETWEEN_LINES.toNanos()) {
            lastLineNanos = System.nanoTime();
            terminal.say(percent(share) + " " + counts);
        }
    }

    static String bar(double share) {
        int full = (int) (Math.clamp(share, 0, 1) * WIDTH);
        return "▕" + "█".repeat(full) + " ".repeat(WIDTH - full) + "▏ " + percent(share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%3.0f %%", 100 * Math.clamp(share, 0, 1));
    }
}
