package dev.dictamen.testing.database;

import java.nio.file.Path;

/** Where servers that belong to this JVM's tests keep their data: under {@code target/}, apart from those of a JVM beside. */
final class DataFolder {
    /** Name of this JVM among those that run tests at once. */
    private static final String FORK = System.getProperty("dictamen.fork", "jvm1");

    private DataFolder() {}

    static Path of(String server) {
        return Path.of("target", server + "-" + FORK).toAbsolutePath();
    }
}
