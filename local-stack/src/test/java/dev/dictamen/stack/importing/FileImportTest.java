package dev.dictamen.stack.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.testing.FakeIngest;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();
    private FakeIngest ingest;
    private Tally tally;
    private Duration patience = Duration.ofSeconds(30);

    @BeforeEach
    void start() throws IOException {
        ingest = new FakeIngest();
        tally = new Tally(new ImportReport(folder.resolve("reports/report.jsonl")));
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void manyLinesArriveWholeInTheirOrderWithinABatch() throws Exception {
        assertThat(run(lines(1050))).isEmpty();

        assertThat(tally.accepted()).isEqualTo(1050);
        assertThat(ingest.accepted()).hasSize(1050).doesNotHaveDuplicates();
    }

    @Test
    void rejectionsCarryTheLineNumbersOfTheFile() throws Exception {
        var text = lines(300) + "\n\nbroken\n" + lines(300) + "\nbroken";

        run(text);

        assertThat(tally.accepted()).isEqualTo(600);
        assertThat(tally.first()).extracting(Rejection::line).containsExactly(302L, 603L);
    }

    @Test
    void anIngestThatIsAwayForAWhileLosesNothing() throws Exception {
        ingest.refuse(4, 503);

        run(lines(450));

        assertThat(tally.accepted()).isEqualTo(450);
    }

    @Test
    void anIngestThatStaysAwayEndsTheImportWithASentence() {
        ingest.refuse(1000, 503);
        patience = Duration.ofMillis(100);

        assertThatThrownBy(() -> run(lines(3)))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("has not answered");
    }

    @Test
    void aRefusedKeyEndsTheImportAtOnce() {
        ingest.refuse(1000, 401);

        assertThatThrownBy(() -> run(lines(3))).hasMessageContaining("key");
    }

    @Test
    void aBodyThatIsTooLargeIsSentInParts() throws Exception {
        ingest.takeAtMost(30);

        run(lines(100) + "\nbroken");

        assertThat(tally.accepted()).isEqualTo(100);
        assertThat(tally.first()).extracting(Rejection::line).containsExactly(101L);
    }

    @Test
    void whatCameBeforeTheCutOfAGzipFileIsSent() throws Exception {
        var whole = gzip(IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"conversation_id\":\"c-" + i * 7919L + "\"}")
                .collect(Collectors.joining("\n")));
        var file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));

        var broken = run(file);

        assertThat(broken).hasValueSatisfying(why -> assertThat(why).contains("gzip"));
        assertThat(tally.accepted()).isBetween(1000L, 19_999L);
        assertThat(ingest.accepted()).allMatch(line -> line.endsWith("\"}"));
    }

    private Optional<String> run(String text) throws Exception {
        return run(Files.writeString(folder.resolve("file.jsonl"), text));
    }

    private Optional<String> run(Path path) throws Exception {
        var client = new IngestClient(() -> Optional.of(ingest.address()), "key", patience);
        try (var file = SourceFile.open(path)) {
            return new FileImport(client, StackSettings.load(), tally, new Progress(terminal.terminal())).run(file);
        }
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"n\":" + i + "}").collect(Collectors.joining("\n"));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
