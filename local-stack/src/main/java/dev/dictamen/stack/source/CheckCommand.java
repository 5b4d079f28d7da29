package dev.dictamen.stack.source;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Output;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dictamen source check}: compares the database's tables with what was published, over a span of time. */
@Command(
        name = "check",
        sortOptions = false,
        description =
                "Looks in the database's tables for chats that closed and were not published, and publishes them.",
        exitCodeList = {
            "0:no chat is missing",
            "1:the stack or the database is not usable, or no database is followed",
            "2:wrong arguments",
            "3:chats were missing; they are published now, unless only looked for"
        })
final class CheckCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Home home;
    private final StackSettings settings;
    private final Terminal terminal;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Closing time from which on, like 2026-01-01T00:00:00Z or 7d; else all that is this source's.")
    private @Nullable String since;

    @Option(names = "--only-look", description = "Tells what is missing, and publishes nothing.")
    private boolean onlyLook;

    @Mixin
    private Output output = new Output();

    CheckCommand(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var address = new RunningAddresses(home, settings).find("ingest.check", "INGEST_PORT");
        if (address.isEmpty()) {
            return failed(RunningAddresses.NOT_RUNNING);
        }
        var key = new EnvFile(home.secretsFile()).read().getOrDefault(Secrets.INGEST_KEY, "");
        try {
            return follow(new IngestCheck(address.get(), key));
        } catch (IngestCheck.RefusedException refused) {
            return failed(refused.sentence()) + (refused.isMisuse() ? ExitCode.MISUSED - ExitCode.FAILED : 0);
        } catch (IOException away) {
            return failed("ingest-service does not answer; see logs/ingest-service.log");
        }
    }

    private int follow(IngestCheck ingest) throws IOException, InterruptedException {
        var report = ingest.begin(since, onlyLook);
        while (report.path("state").asString("").equals("running")) {
            terminal.draw(line(report));
            Thread.sleep(LOOK_EVERY);
            report = ingest.report();
        }
        if (output.format().isJson()) {
            terminal.say(report.toString());
        } else {
            lines(report).forEach(terminal::say);
        }
        if (report.path("state").asString("").equals("failed")) {
            return ExitCode.FAILED;
        }
        return report.path("missing").asLong(0) == 0 ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static String line(JsonNode report) {
        return "%,d closed chats compared, %,d missing"
                .formatted(
                        report.path("closed").asLong(0), report.path("missing").asLong(0));
    }

    private static List<String> lines(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add("Closed from %s to %s: %s"
                .formatted(
                        report.path("from").asString(""), report.path("until").asString(""), line(report)));
        long missing = report.path("missing").asLong(0);
        if (missing > 0) {
            var ids =
                    report.path("ids").valueStream().map(id -> id.asString("")).toList();
            lines.add("  " + String.join(", ", ids) + (ids.size() < missing ? ", …" : ""));
            lines.add(
                    report.path("onlyLook").asBoolean(false)
                            ? "  Nothing was published; without --only-look they are."
                            : "  %,d of them were read and published; one that is not is left out by the mapping."
                                    .formatted(report.path("published").asLong(0)));
        }
        if (report.path("problem").isString()) {
            lines.add("Stopped: " + report.path("problem").asString(""));
        }
        return lines;
    }

    private int failed(String sentence) {
        terminal.say(
                output.format().isJson()
                        ? JsonMapper.shared().writeValueAsString(Map.of("error", sentence))
                        : sentence);
        return ExitCode.FAILED;
    }
}
