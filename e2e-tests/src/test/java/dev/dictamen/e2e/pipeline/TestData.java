package dev.dictamen.e2e.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.e2e.house.Modules;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real chats that no one here wrote; they lie outside the project ({@code DICTAMEN_TEST_DATA}). */
final class TestData {
    private TestData() {}

    /** The file, or a skipped test where the data is absent. */
    static Path require(String name) {
        var configured = System.getenv("DICTAMEN_TEST_DATA");
        var folder = configured == null ? Modules.root().resolve("../shared/data") : Path.of(configured);
        var file = folder.resolve(name).normalize();
        assumeTrue(Files.exists(file), "no test data: " + file);
        return file;
    }
}
