package dev.dictamen.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five files of each format: what stands in FILE.expected is what they are read as, its first line the options. */
class FilesTest {
    private static final Path FILES = Path.of("src/test/resources/files");

    static Stream<Path> files() throws IOException {
        try (var found = Files.walk(FILES)) {
            return found
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsReadAsItsExpectationSays(Path file) throws IOException {
        var expected = Files.readAllLines(Path.of(file + ".expected"));
        var options = List.of(expected.getFirst().split(" ; ")).stream()
                .filter(option -> option.startsWith("--"))
                .toArray(String[]::new);

        var read = ConvertedFile.of(String.valueOf(file.getFileName()), Files.readAllBytes(file), options);

        assertThat(String.join("\n", read)).isEqualTo(String.join("\n", expected.subList(1, expected.size())));
    }
}
