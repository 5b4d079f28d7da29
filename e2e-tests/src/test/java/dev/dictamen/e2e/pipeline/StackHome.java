package dev.dictamen.e2e.pipeline;

import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** An empty folder under {@code target/} for one stack; kept after the test, so that its logs can be read. */
final class StackHome {
    private StackHome() {}

    static Path fresh(String name) throws IOException {
        var home = Project.root().resolve("e2e-tests/target/home-" + name);
        FileSystemUtils.deleteRecursively(home);
        return Files.createDirectories(home);
    }
}
