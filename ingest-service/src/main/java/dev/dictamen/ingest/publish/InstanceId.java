package dev.dictamen.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name under which this instance is a static member of the gate's group, kept beside its state: after a crash the
 * broker gives the partitions back at once instead of waiting for the dead member's session to end.
 */
final class InstanceId {
    private static final String FILE = "instance-id";

    private InstanceId() {}

    /** Reads the id, and makes it first where there is none. Throws where the folder cannot be written. */
    static String in(Path stateDir) {
        try {
            Files.createDirectories(stateDir);
            var file = stateDir.resolve(FILE);
            if (Files.notExists(file) || Files.size(file) == 0) {
                write(file, "gate-" + UUID.randomUUID());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("gate.state-dir is " + stateDir + ", which cannot be written", e);
        }
    }

    private static void write(Path file, String id) throws IOException {
        var draft = file.resolveSibling(FILE + ".new");
        Files.writeString(draft, id + "\n");
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
