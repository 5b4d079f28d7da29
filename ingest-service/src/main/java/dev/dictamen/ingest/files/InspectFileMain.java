package dev.dictamen.ingest.files;

import dev.dictamen.ingest.records.CsvRecords;
import dev.dictamen.ingest.records.Head;
import dev.dictamen.ingest.records.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code ./dictamen inspect FILE}: says which preset reads a file, or prints a draft of its mapping. */
@Command(
        name = "./dictamen inspect",
        description = "Looks into a file of chats (JSON, JSON lines, CSV, WhatsApp's text) and drafts its mapping.",
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a preset reads it, or a draft was made",
            "2:wrong option",
            "3:the file cannot be read",
            "4:nothing in it looks like messages"
        })
public final class InspectFileMain implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int UNREADABLE = 3;
    private static final int NO_CHATS = 4;
    private static final int ROWS = 300;

    private final PrintStream out;

    @Parameters(paramLabel = "FILE", description = "plain or gzip")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DRAFT", description = "where the draft goes; else it is printed")
    private Optional<Path> target = Optional.empty();

    @Option(names = "--charset", paramLabel = "NAME", description = "of text that is not UTF-8, like windows-1252")
    private Optional<Charset> charset = Optional.empty();

    @Option(names = "--no-presets", description = "draft a mapping where a preset reads it, too")
    private boolean isWithoutPresets;

    InspectFileMain(PrintStream out) {
        this.out = out;
    }

    /** Exits with 0 when a preset or a draft reads the file, 2 for a wrong option, 3 for a file that cannot be read, 4 without messages. */
    public static void main(String[] args) {
        LoggingSystem.get(InspectFileMain.class.getClassLoader()).beforeInitialize();
        System.exit(new InspectFileMain(System.out).run(args));
    }

    int run(String... arguments) {
        var writer = new PrintWriter(out, true, out.charset());
        var command = CommandSpec.forAnnotatedObject(this)
                .addOption(OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("print this")
                        .build());
        return new CommandLine(command).setOut(writer).setErr(writer).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            out.println("There is no file " + file);
            return UNREADABLE;
        }
        try (var in = new BufferedInputStream(text())) {
            return inspect(Head.of(in, charset.orElse(null), null), in);
        } catch (UnreadableFileException e) {
            out.println(file.getFileName() + ": " + e.sentence());
            return UNREADABLE;
        } catch (ZipException e) {
            out.println(file.getFileName() + ": the gzip data is broken");
            return UNREADABLE;
        }
    }

    private InputStream text() throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean isGzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return isGzip ? new GZIPInputStream(raw) : raw;
    }

    private List<JsonNode> values(Head head, InputStream in) {
        if (head.csv() == null) {
            return head.values();
        }
        var rows = new ArrayList<JsonNode>();
        try (var records =
                new CsvRecords(new InputStreamReader(in, charset.orElse(StandardCharsets.UTF_8)), head.csv())) {
            for (var row = records.next(); row != null && rows.size() < ROWS; row = records.next()) {
                rows.add(row.value());
            }
        } catch (JacksonException notCsv) {
            throw new UnreadableFileException(
                    "the CSV cannot be read on behind record " + rows.size() + "; is a quotation mark not closed?");
        }
        return rows;
    }

    private int inspect(Head head, InputStream in) throws IOException {
        var name = String.valueOf(file.getFileName());
        var preset = new FormatRecognition(FileMappings.presets()).in(head);
        if (preset.isPresent() && !isWithoutPresets) {
            out.println(
                    name + " is read by the preset " + preset.get().mapping().name() + ": ./dictamen import " + file);
            return DONE;
        }
        var draft = new FileDraft(name, head, values(head, in)).text();
        if (draft.isEmpty()) {
            out.println(name + ": nothing in it looks like messages");
            return NO_CHATS;
        }
        if (target.isEmpty()) {
            out.print(draft.get());
            return DONE;
        }
        Files.writeString(target.get(), draft.get());
        out.println("The draft is in " + target.get() + ": read it, edit it, then ./dictamen import " + file
                + " --format " + target.get());
        return DONE;
    }
}
