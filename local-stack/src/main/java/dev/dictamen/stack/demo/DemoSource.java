package dev.dictamen.stack.demo;

import dev.dictamen.stack.database.DemoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;

/** The demo's chat database as a source that ingest-service follows. */
public record DemoSource(DemoDatabase database, Path mapping) {
    private static final String FILE = "/demo.yml";

    /** The keys that say where the source is, who reads it and how. */
    public Map<String, String> asEnvironment() {
        return Map.of(
                "SOURCE_URL", database.url(),
                "SOURCE_USERNAME", database.follower().username(),
                "SOURCE_PASSWORD", database.follower().password(),
                "SOURCE_MAPPING", mapping.toString());
    }

    /** Puts the mapping that the jar carries in its place. */
    public void writeMapping() throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoSource.class.getResourceAsStream(FILE), FILE)) {
            Files.copy(in, mapping, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
