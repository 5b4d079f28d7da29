package dev.dictamen.stack.demo;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;

/** {@code ./dictamen demo}: holds the demo feed of a running stack, and of later ones until it is resumed. */
@Command(name = "demo", description = "Holds the demo feed, lets it go on. Chats that are open stay open meanwhile.")
public final class DemoCommand {
    private final Home home;
    private final Terminal terminal;

    public DemoCommand(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    @Command(description = "no chat moves until it is resumed, restarts included")
    int pause() throws IOException {
        Files.createDirectories(home.state());
        Files.writeString(home.demoPause(), "");
        terminal.say("The demo feed is paused; ./dictamen demo resume lets it go on.");
        return ExitCode.DONE;
    }

    @Command(description = "the chats go on")
    int resume() throws IOException {
        Files.deleteIfExists(home.demoPause());
        terminal.say("The demo feed goes on.");
        return ExitCode.DONE;
    }
}
