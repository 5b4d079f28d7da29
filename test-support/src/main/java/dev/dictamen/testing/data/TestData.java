package dev.dictamen.testing.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Real inputs that no one here wrote, read where they lie: in {@code DICTAMEN_TEST_DATA}, or in ../shared/data beside the
 * project. A test that asks for what is absent is skipped, and counted as such.
 */
public final class TestData {
    private TestData() {}

    /** The file. */
    public static Path file(String name) {
        var configured = System.getenv("DICTAMEN_TEST_DATA");
        var folder = configured == null ? Project.root().resolve("../shared/data") : Path.of(configured);
        var file = folder.resolve(name).normalize();
        assumeTrue(Files.exists(file), "no test data: " + name + " (set DICTAMEN_TEST_DATA)");
        return file;
    }

    /** The bytes of a file, unpacked where it is a .gz. */
    public static byte[] bytes(String name) {
        try (var in = open(file(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file in UTF-8, unpacked where it is a .gz. */
    public static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static InputStream open(Path file) throws IOException {
        var raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
