package dev.dictamen.e2e.pipeline;

import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** An empty folder under {@code target/} for one stack; kept after the test, so that its logs can be read. */
final class StackHome {
    private StackHome() {}

    static Path fresh(String name) throws IOException {
        var home = Project.root().resolve("e2e-tests/target/home-" + name);
        if (Files.exists(home)) {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(StackHome::delete);
            }
        }
        return Files.createDirectories(home);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
