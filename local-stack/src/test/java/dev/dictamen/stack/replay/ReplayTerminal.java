package dev.dictamen.stack.replay;

import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.terminal.Dialogue;
import dev.dictamen.stack.terminal.Keyboard;
import dev.dictamen.stack.testing.FakeReplays;
import dev.dictamen.stack.testing.RecordedTerminal;
import dev.dictamen.stack.testing.RunningHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;

/** A person who types {@code ./dictamen replay …} where a stack runs, and what is seen there. */
final class ReplayTerminal implements AutoCloseable {
    private static final Patience PATIENCE = new Patience(Duration.ofMillis(1), Duration.ofSeconds(3));

    private final RunningHome running;
    private final RecordedTerminal answers;
    private final RecordedTerminal notices = new RecordedTerminal();
    private final StringWriter complaints = new StringWriter();
    private final Keyboard keyboard;

    @Command(name = "./dictamen")
    private static final class Root {}

    ReplayTerminal(Path folder, FakeReplays gateway, boolean interactive, Keyboard keyboard) throws IOException {
        this.running = new RunningHome(folder, gateway.address(), FakeReplays.TOKEN);
        this.answers = new RecordedTerminal(interactive);
        this.keyboard = keyboard;
    }

    int run(String... words) throws IOException {
        var dialogue = new Dialogue(answers.terminal(), notices.terminal(), keyboard);
        var clock = Clock.fixed(Instant.parse("2026-11-28T18:03:00Z"), ZoneOffset.UTC);
        var surroundings = new Surroundings(running.home(), StackSettings.load(), dialogue, clock, PATIENCE);
        return Commands.of(answers.terminal(), new Root(), ReplayCommand.of(surroundings))
                .setErr(new PrintWriter(complaints))
                .execute(words);
    }

    String answers() {
        return answers.text();
    }

    String notices() {
        return notices.text();
    }

    String complaints() {
        return complaints.toString();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
