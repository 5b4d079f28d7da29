package dev.dictamen.stack.importing;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code ./dictamen import FILE}. Ends with 0 when every line was accepted, 3 when some were rejected, 1 when it failed. */
public final class ImportCommand {
    private static final int ALL_ACCEPTED = 0;
    private static final int FAILED = 1;
    private static final int SOME_REJECTED = 3;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Home home;
    private final StackSettings settings;
    private final Terminal terminal;
    private final RunningAddresses addresses;

    public ImportCommand(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.addresses = new RunningAddresses(home, settings);
    }

    public int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 1) {
            terminal.say("Usage: ./dictamen import FILE");
            return 2;
        }
        var started = System.nanoTime();
        try (var file = SourceFile.open(Path.of(arguments.getFirst()))) {
            if (endpoint().find().isEmpty()) {
                throw new ImportFailedException(RunningAddresses.NOT_RUNNING);
            }
            return send(file, started);
        } catch (ImportFailedException e) {
            terminal.say(e.sentence());
            return FAILED;
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
        return home.reports()
                .resolve("import-%s-%s.jsonl".formatted(name, STAMP.format(LocalDateTime.now(ZoneId.systemDefault()))));
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
        return broken ? FAILED : tally.rejected() > 0 ? SOME_REJECTED : ALL_ACCEPTED;
    }
}
