package dev.dictamen.stack.source;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./dictamen source}: what can be asked of the chat database that is followed. How it fares says {@code status}. */
@Command(name = "source", description = "The chat database that is followed; how it fares says status.")
public final class SourceCommand {
    private SourceCommand() {}

    /** With all its commands. */
    public static CommandLine of(Home home, StackSettings settings, Terminal terminal) {
        return new CommandLine(new SourceCommand()).addSubcommand(new CheckCommand(home, settings, terminal));
    }
}
