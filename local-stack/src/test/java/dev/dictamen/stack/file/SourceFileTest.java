package dev.dictamen.stack.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {
    @TempDir
    Path folder;

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        var path = write(HexFormat.of().parseHex("efbbbf7b7d"));

        try (var file = SourceFile.open(path)) {
            assertThat(file.text().readAllBytes()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "504b030414, ZIP",
        "fffe7b00, iconv",
        "feff007b, iconv",
        "28b52ffd00, zstd",
        "7b7d000a, zero bytes",
        "1f8b08, gzip"
    })
    void whatIsNotJsonLinesIsRefusedWithWhatToDo(String hex, String says) throws Exception {
        var path = write(HexFormat.of().parseHex(hex));

        assertThatThrownBy(() -> SourceFile.open(path))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining(says);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SourceFile.open(folder.resolve("absent.jsonl")))
                .hasMessageContaining("absent.jsonl");
        assertThatThrownBy(() -> SourceFile.open(folder)).hasMessageContaining("folder");
    }

    private Path write(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file.jsonl"), bytes);
    }
}
