package dev.dictamen.ingest.files;

import dev.dictamen.ingest.records.Head;
import dev.dictamen.ingest.records.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads a file from standard input and writes its chats to standard output as {@link Frames}; started by {@code ./dictamen import}. */
@Command(name = "convert")
public final class ConvertMain implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Option(names = "--name", description = "the file's name", required = true)
    private String name = "";

    @Option(names = "--format")
    private Optional<String> format = Optional.empty();

    @Option(names = "--agent")
    private List<String> agents = List.of();

    @Option(names = "--zone")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(names = "--times")
    private List<String> times = List.of();

    @Option(names = "--charset")
    private Optional<Charset> charset = Optional.empty();

    ConvertMain(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Exits with 0 when frames say how it went, otherwise with 1 or 2. */
    public static void main(String[] args) {
        LoggingSystem.get(ConvertMain.class.getClassLoader()).beforeInitialize();
        System.exit(new ConvertMain(System.in, System.out).run(args));
    }

    int run(String... arguments) {
        return new CommandLine(this).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        var stream = new BufferedOutputStream(out, 1 << 16);
        var frames = new Frames(stream);
        try {
            convert(frames);
        } catch (UnreadableFileException e) {
            frames.refuseFile(named(e.sentence()));
        }
        stream.flush();
        return 0;
    }

    /** What is about the file begins with its name. */
    private String named(String sentence) {
        boolean isNamed = sentence.startsWith(name) || sentence.startsWith("--") || sentence.contains("mapping");
        return isNamed ? sentence : name + ": " + sentence;
    }

    private void convert(Frames frames) throws IOException {
        var said = format.map(FileMappings::of).map(this::withOptions);
        var buffered = new BufferedInputStream(in, 1 << 16);
        var head = Head.of(
                buffered,
                charset.or(() -> said.map(FileMapping::charset)).orElse(null),
                said.map(FileMapping::delimiter).orElse(null));
        var recognised = said.isPresent() ? FormatRecognition.said(said.get(), head) : recognised(head);
        if (said.isPresent() && !FormatRecognition.isWrittenSo(said.get(), head)) {
            throw new UnreadableFileException(
                    name + " is not written as " + said.get().name() + " is, in "
                            + said.get().form().getFirst().name().toLowerCase(Locale.ROOT));
        }
        new Conversion(stem(), recognised, frames).run(head, buffered);
    }

    private FormatRecognition.Recognised recognised(Head head) {
        var recognition = new FormatRecognition(FileMappings.presets());
        var found =
                recognition.in(head).orElseThrow(() -> new UnreadableFileException(recognition.refusal(head, name)));
        return new FormatRecognition.Recognised(withOptions(found.mapping()), found.paths());
    }

    private FileMapping withOptions(FileMapping mapping) {
        return mapping.with(zone.orElse(null), times, charset.orElse(null), agents);
    }

    /** The file's name without what says of which kind it is. */
    private String stem() {
        var plain = name.replaceAll("(?i)\\.gz$", "");
        return plain.replaceAll("\\.[A-Za-z0-9]{1,6}$", "").strip();
    }
}
