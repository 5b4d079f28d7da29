package dev.dictamen.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name of this instance, kept beside its state. As a static member of the gate's group under this name it has its
 * partitions back at once after a crash, instead of waiting for the dead member's session to end.
 */
public record InstanceId(String value) {
    private static final String FILE = "instance-id";

    /** Reads the id, and makes it first where there is none. Throws where the folder cannot be written. */
    public static InstanceId in(Path stateDir) {
        try {
            Files.createDirectories(stateDir);
            var file = stateDir.resolve(FILE);
            if (Files.notExists(file) || Files.size(file) == 0) {
                write(file, "gate-" + UUID.randomUUID());
            }
            return new InstanceId(Files.readString(file).strip());
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
