package dev.dictamen.ingest.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Real inputs, read where they lie: {@code DICTAMEN_TEST_DATA}, or ../shared/data beside the project. */
public final class TestData {
    private static final Path FOLDER = Path.of(environment().getOrDefault("DICTAMEN_TEST_DATA", "../../shared/data"));

    private TestData() {}

    private static Map<String, String> environment() {
        return System.getenv();
    }

    /** The bytes of a file, unpacked where it is a .gz; the test is skipped where the data are absent. */
    public static byte[] bytes(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "no test data: " + name + " (set DICTAMEN_TEST_DATA)");
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
