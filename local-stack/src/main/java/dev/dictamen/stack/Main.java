package dev.dictamen.stack;

import dev.dictamen.stack.boot.RunCommand;
import dev.dictamen.stack.demo.DemoCommand;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.importing.ImportCommand;
import dev.dictamen.stack.prompt.PromptCommand;
import dev.dictamen.stack.replay.ReplayCommand;
import dev.dictamen.stack.source.SourceCommand;
import dev.dictamen.stack.status.ReplicasCommand;
import dev.dictamen.stack.status.StatusCommand;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.terminal.Dialogue;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The Java half of {@code ./dictamen}: {@code run}, {@code import}, {@code status}, {@code replicas}, {@code replay} … */
@Command(name = "./dictamen")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(commands(Home.ofThisProcess(), Dialogue.standard()).execute(arguments));
    }

    static CommandLine commands(Home home, Dialogue dialogue) throws IOException {
        var settings = StackSettings.load();
        var clock = Clock.system(ZoneId.systemDefault());
        var terminal = dialogue.answers();
        return Commands.of(
                terminal,
                new Main(),
                new RunCommand(home, settings, terminal, clock),
                new ImportCommand(home, settings, terminal, clock),
                new StatusCommand(home, settings, terminal),
                new ReplicasCommand(home, settings, terminal),
                ReplayCommand.of(home, settings, dialogue, clock),
                PromptCommand.of(home, settings, terminal),
                SourceCommand.of(home, settings, terminal),
                new DemoCommand(home, terminal));
    }
}
