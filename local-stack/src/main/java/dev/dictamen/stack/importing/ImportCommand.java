package dev.dictamen.stack.importing;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.parts.PartFailedException;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dictamen import}: sends the lines of a file to ingest-service and says what became of them. */
@Command(
        name = "import",
        description = {
            "Sends a file of chats to the running stack; nothing is scored twice. JSONL in our own form goes as it stands; exports of "
                    + "chat products, JSON arrays, OpenAI's messages, CSV and WhatsApp's text are recognised and read by a mapping."
        },
        sortOptions = false,
        exitCodeList = {
            "0:every line was accepted",
            "1:it failed, or cannot be read; import the file again to go on",
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

    @Option(
            names = "--format",
            paramLabel = "NAME|FILE.yml",
            description = "the preset or the mapping to read it by; else it is recognised")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "of times that are written without one, like America/Bogota")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(names = "--times", paramLabel = "FORM", description = "how times are written, like \"dd/MM/yyyy HH:mm\"")
    private List<String> times = List.of();

    @Option(names = "--agent", paramLabel = "NAME", description = "who answers in WhatsApp's text; may be given again")
    private List<String> agents = List.of();

    @Option(names = "--charset", paramLabel = "NAME", description = "of text that is not UTF-8, like windows-1252")
    private Optional<String> charset = Optional.empty();

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
        } catch (PartFailedException e) {
            terminal.say(e.reason() + "; " + e.remedy());
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
            var end = new ImportEnd(terminal, file, tally, report);
            try {
                var sender = new FileImport(client, settings, tally, new Progress(terminal));
                return isOwn(file)
                        ? end.tell(sender.run(file), null, startedNanos)
                        : convert(file, tally, sender, end, startedNanos);
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

    private boolean isOwn(SourceFile file) throws IOException {
        boolean isPlain =
                format.isEmpty() && charset.isEmpty() && zone.isEmpty() && times.isEmpty() && agents.isEmpty();
        return isPlain && OwnForm.isIn(file.start());
    }

    private int convert(SourceFile file, Tally tally, FileImport sender, ImportEnd end, long startedNanos)
            throws IOException, InterruptedException {
        var project = Path.of(System.getProperty("dictamen.project", "."));
        try (var converter = Converter.start(project, file, readerOptions())) {
            var chats = new ConvertedChats(converter.frames(), settings.number("import.longest-line"), tally);
            sender.run(chats, file);
            var summary = chats.summary();
            return end.tell(converter.broken().or(() -> Optional.ofNullable(summary.broken())), summary, startedNanos);
        }
    }

    private List<String> readerOptions() {
        return Stream.of(
                        format.stream().map(name -> "--format=" + name),
                        zone.stream().map(name -> "--zone=" + name),
                        times.stream().map(form -> "--times=" + form),
                        agents.stream().map(name -> "--agent=" + name),
                        charset.stream().map(name -> "--charset=" + name))
                .flatMap(each -> each)
                .toList();
    }
}
