package dev.dictamen.stack.demo;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** {@code ./dictamen demo pause|resume}: holds the demo feed of a running stack, and of later ones until it is resumed. */
public final class DemoCommand {
    private final Home home;
    private final Terminal terminal;

    public DemoCommand(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    public int run(List<String> arguments) throws IOException {
        if (arguments.equals(List.of("pause"))) {
            Files.createDirectories(home.state());
            Files.writeString(home.demoPause(), "");
            terminal.say("The demo feed is paused; ./dictamen demo resume lets it go on.");
            return 0;
        }
        if (arguments.equals(List.of("resume"))) {
            Files.deleteIfExists(home.demoPause());
            terminal.say("The demo feed goes on.");
            return 0;
        }
        terminal.say("Usage: ./dictamen demo pause|resume");
        return 2;
    }
}
