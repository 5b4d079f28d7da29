package dev.dictamen.stack.importing;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./dictamen import}: sends the lines of a file to ingest-service and says what became of them. */
@Command(
        name = "import",
        description = "Sends a JSONL file, a chat a line, to the running stack; nothing is scored twice.",
        exitCodeList = {
            "0:every line was accepted",
            "1:it failed; import the file again to go on",
            "2:wrong arguments",
            "3:some lines were rejected; a report names each with its reason"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Home home;
    private final StackSettings settings;
    private final Terminal terminal;
    private final Clock clock;
    private final RunningAddresses addresses;

    @Parameters(paramLabel = "FILE", description = "plain or gzip, by its content")
    private Path path = Path.of("");

    public ImportCommand(Home home, StackSettings settings, Terminal terminal, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.clock = clock;
        this.addresses = new RunningAddresses(home, settings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var started = System.nanoTime();
        try (var file = SourceFile.open(path)) {
            if (endpoint().find().isEmpty()) {
                throw new ImportFailedException(RunningAddresses.NOT_RUNNING);
            }
            return send(file, started);
        } catch (FileRefusedException e) {
            terminal.say(e.sentence());
            return ExitCode.FAILED;
        } catch (ImportFailedException e) {
            terminal.say(e.sentence());
            return ExitCode.FAILED;
        }
    }

    private IngestClient.Endpoint endpoint() {
        return () -> addresses.find("ingest.chats", "INGEST_PORT");
    }

    private int send(SourceFile file, long startedNanos) throws IOException, InterruptedException {
        var key = new EnvFile(home.secretsFile()).read().getOrDefault(Secrets.INGEST_KEY, "");
        var client = new IngestClient(endpoint(), key, settings.millis("import.patience-ms"));
        try (var report = new ImportReport(reportPath(file))) {
            var tally = new Tally(report);
            try {
                var broken = new FileImport(client, settings, tally, new Progress(terminal)).run(file);
                summarize(file, tally, Duration.ofNanos(System.nanoTime() - startedNanos));
                broken.ifPresent(why -> terminal.say(file.name() + ": " + why + "; what came before it was sent"));
                return exitCode(tally, broken.isPresent(), report);
            } catch (ImportFailedException e) {
                terminal.say(
                        "Stopped: %d accepted, %d rejected. Import the file again to go on; nothing is scored twice."
                                .formatted(tally.accepted(), tally.rejected()));
                throw e;
            }
        }
    }

    private Path reportPath(SourceFile file) {
        var name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        return home.reports().resolve("import-%s-%s.jsonl".formatted(name, STAMP.format(LocalDateTime.now(clock))));
    }

    private void summarize(SourceFile file, Tally tally, Duration took) {
        long records = tally.accepted() + tally.rejected();
        terminal.say(
                records == 0
                        ? file.name() + ": 0 records, the file is empty"
                        : "%s: %d accepted, %d rejected, %s"
                                .formatted(file.name(), tally.accepted(), tally.rejected(), Terminal.seconds(took)));
    }

    private int exitCode(Tally tally, boolean broken, ImportReport report) {
        for (var rejection : tally.first()) {
            terminal.say("  line %d: %s".formatted(rejection.line(), rejection.reason()));
        }
        if (tally.rejected() > 0) {
            terminal.say("  every rejected line with its reason: " + report.path());
        }
        return broken ? ExitCode.FAILED : tally.rejected() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }
}
