package dev.dictamen.testing.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project as it lies on disk. */
public final class Project {
    private Project() {}

    /** The folder that holds the modules, from whichever of them this runs in. */
    public static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("kafka-config")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no project root above " + Path.of("").toAbsolutePath());
    }
}
