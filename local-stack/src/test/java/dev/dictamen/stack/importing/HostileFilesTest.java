package dev.dictamen.stack.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.testing.data.TestData;
import java.io.EOFException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileFilesTest {
    private static final int LONGEST = 8 << 20;

    @ParameterizedTest
    @CsvSource({
        "bom.jsonl, 5",
        "crlf.jsonl, 5",
        "cr-only.jsonl, 5",
        "no-final-newline.jsonl, 5",
        "blank-lines.jsonl, 5",
        "truncated.jsonl, 5",
        "empty.jsonl, 0",
        "only-newlines.jsonl, 0",
        "latin1.jsonl, 6",
        "bad-utf8.jsonl, 5",
        "nasty-main.jsonl.gz, 96"
    })
    void everyRecordIsALine(String name, int records) throws Exception {
        assertThat(records(TestData.file("nasty/" + name))).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource({"utf16.jsonl, UTF-16", "not-jsonl.jsonl, ZIP"})
    void whatCannotBeReadIsRefused(String name, String says) {
        var path = TestData.file("nasty/" + name);

        assertThat(catchThrowable(() -> SourceFile.open(path))).hasMessageContaining(says);
    }

    @Test
    void aGzipFileThatEndsTooEarlyIsNoticed() {
        var path = TestData.file("nasty/cut.jsonl.gz");

        assertThat(catchThrowable(() -> records(path))).isInstanceOf(EOFException.class);
    }

    private static int records(Path path) throws Exception {
        try (var file = SourceFile.open(path)) {
            var lines = new Lines(file.text(), LONGEST);
            int count = 0;
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                count += line.get().isBlank() ? 0 : 1;
            }
            return count;
        }
    }
}
