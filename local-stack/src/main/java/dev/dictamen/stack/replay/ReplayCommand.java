package dev.dictamen.stack.replay;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Dialogue;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Output;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dictamen replay}: scores history again, and says what came of it. {@code create} is a command of its own. */
@Command(
        name = "replay",
        description = "Scores history again, or asks it with another prompt, beside live chats and after them.",
        exitCodeList = {
            "0:done",
            "1:the stack is not usable, or the gateway refuses",
            "2:wrong arguments or unknown replay",
            "3:not started, or it ended cancelled"
        })
public final class ReplayCommand {
    private static final String ID = "ID";
    private static final String AS_LISTED = "one of those that are listed";
    private static final String LIVE = "live";
    private static final Patience PATIENCE = new Patience(Duration.ofMillis(500), Duration.ofMinutes(10));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Surroundings surroundings;

    private ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * With all its commands.
     *
     * @param clock of the zone in which times are told
     */
    public static CommandLine of(Home home, StackSettings settings, Dialogue dialogue, Clock clock) {
        return of(new Surroundings(home, settings, dialogue, clock, PATIENCE));
    }

    static CommandLine of(Surroundings surroundings) {
        return new CommandLine(new ReplayCommand(surroundings)).addSubcommand(new CreateCommand(surroundings));
    }

    /** What is asked of the gateway's replays; returns the exit code. */
    private interface Question {
        int ask(Replays replays) throws IOException, InterruptedException;
    }

    @Command(description = "Each replay, newest first.")
    int list(@Mixin Output output) throws IOException, InterruptedException {
        return run(output.format(), replays -> {
            var all = replays.all();
            say(all, output.format(), ReplayText.list(all));
            return ExitCode.DONE;
        });
    }

    @Command(description = "How far it is: a bar on a terminal, JSON elsewhere.")
    int show(
            @Parameters(paramLabel = ID, description = AS_LISTED) String id,
            @Option(names = "--watch", description = "Follows it until it ends.") boolean watch,
            @Mixin Output output)
            throws IOException, InterruptedException {
        boolean json = output.format().isJson() || !answers().isInteractive();
        return run(json ? OutputFormat.JSON : OutputFormat.TEXT, replays -> {
            var shown = new Watch(replays, answers(), surroundings.patience().every());
            return watch ? shown.follow(id, json) : shown.show(id, json);
        });
    }

    @Command(description = "Starts one that was quoted: shows the quote and asks, as create does.")
    int start(
            @Parameters(paramLabel = ID, description = AS_LISTED) String id,
            @Option(names = "--yes", description = "Starts it, whatever the quote says.") boolean yes,
            @Mixin Output output)
            throws IOException, InterruptedException {
        var format = yes ? OutputFormat.JSON : output.format();
        return run(format, replays -> surroundings.start(replays).run(id, yes, format));
    }

    @Command(description = "Sends no more chats until it is resumed; what is under way ends.")
    int pause(@Parameters(paramLabel = ID, description = AS_LISTED) String id, @Mixin Output output)
            throws IOException, InterruptedException {
        return order(id, "pause", "sends no more chats; what is under way ends", output.format());
    }

    @Command(description = "Goes on where it was paused.")
    int resume(@Parameters(paramLabel = ID, description = AS_LISTED) String id, @Mixin Output output)
            throws IOException, InterruptedException {
        return order(id, "resume", "goes on", output.format());
    }

    @Command(description = "Ends it for good; what has a verdict keeps it.")
    int cancel(@Parameters(paramLabel = ID, description = AS_LISTED) String id, @Mixin Output output)
            throws IOException, InterruptedException {
        return order(id, "cancel", "ends; what has a verdict keeps it", output.format());
    }

    @Command(description = "Caps how many chats a second it takes.")
    int rate(
            @Parameters(paramLabel = ID, description = AS_LISTED) String id,
            @Parameters(
                            paramLabel = "N|none",
                            converter = RateArgument.class,
                            description = "chats a second, or none for as fast as bulk may")
                    RateArgument.Rate rate,
            @Mixin Output output)
            throws IOException, InterruptedException {
        return run(output.format(), replays -> {
            var details = JSON.createObjectNode();
            if (rate.perSecond() == null) {
                details.putNull("ratePerSecond");
            } else {
                details.put("ratePerSecond", rate.perSecond());
            }
            return done(replays.order(id, "rate", details), output.format(), id + " takes " + rate.words());
        });
    }

    @Command(
            description = "Its verdicts beside those of another run: shifts, shares, agreement, cost, composite score.")
    int compare(
            @Parameters(paramLabel = ID, description = AS_LISTED) String id,
            @Option(
                            names = "--with",
                            paramLabel = "RUN",
                            defaultValue = LIVE,
                            description = "live (as it is without this), or another replay's id")
                    String with,
            @Mixin Output output)
            throws IOException, InterruptedException {
        return run(output.format(), replays -> {
            var comparison = replays.comparison(id, with);
            say(comparison, output.format(), ComparisonText.of(comparison));
            return ExitCode.DONE;
        });
    }

    @Command(description = "A line for each chat with both verdicts, to standard output or a file.")
    int export(
            @Parameters(paramLabel = ID, description = AS_LISTED) String id,
            @Option(names = "--format", paramLabel = "FORM", defaultValue = "CSV", description = "csv or jsonl")
                    Export.Form form,
            @Option(names = "--with", paramLabel = "RUN", defaultValue = LIVE, description = "live, or a replay's id")
                    String with,
            @Option(names = "--out", paramLabel = "FILE", description = "where to; an old one is replaced") @Nullable
                    Path file,
            @Mixin Output output)
            throws IOException, InterruptedException {
        var complaints = file == null ? surroundings.dialogue().notices() : answers();
        try {
            return surroundings.gateway(complaints).run("gateway.replays", output.format(), (client, address) -> {
                var export = new Export(new Replays(client, address), surroundings.dialogue());
                return file == null
                        ? export.toStandardOutput(id, with, form)
                        : export.toFile(id, with, form, file, output.format());
            });
        } catch (FileRefusedException e) {
            GatewayCommand.failed(complaints, e.sentence(), output.format());
            return ExitCode.MISUSED;
        }
    }

    @Command(description = "Live chats are asked as it was from now on; ./dictamen prompt previous takes that back.")
    int promote(@Parameters(paramLabel = ID, description = AS_LISTED) String id, @Mixin Output output)
            throws IOException, InterruptedException {
        return run(output.format(), replays -> {
            var live = replays.order(id, "promote", JSON.createObjectNode().put("with", LIVE));
            var version = ReplayText.text(live.path("ask"), "promptVersion");
            return done(
                    live,
                    output.format(),
                    "live chats are asked with " + version
                            + " from now on; ./dictamen prompt previous takes that back");
        });
    }

    private int order(String id, String order, String becomes, OutputFormat format)
            throws IOException, InterruptedException {
        return run(format, replays -> done(replays.order(id, order), format, id + " " + becomes));
    }

    private int run(OutputFormat format, Question question) throws IOException, InterruptedException {
        return surroundings
                .gateway(answers())
                .run("gateway.replays", format, (client, address) -> question.ask(new Replays(client, address)));
    }

    private int done(JsonNode answer, OutputFormat format, String sentence) {
        say(answer, format, List.of(sentence));
        return ExitCode.DONE;
    }

    private void say(JsonNode answer, OutputFormat format, Iterable<String> lines) {
        if (format.isJson()) {
            answers().say(answer.toString());
        } else {
            lines.forEach(answers()::say);
        }
    }

    private Terminal answers() {
        return surroundings.dialogue().answers();
    }
}
