package dev.dictamen.stack.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The file that names each rejected line: one JSON object a line. It is made with the first rejection. */
final class ImportReport implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path path;
    private @Nullable BufferedWriter writer;

    ImportReport(Path path) {
        this.path = path;
    }

    void add(Rejection rejection) throws IOException {
        var open = writer;
        if (open == null) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            open = Files.newBufferedWriter(path);
            writer = open;
        }
        open.write(JSON.writeValueAsString(rejection));
        open.newLine();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
