package dev.dictamen.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that holds everything a local stack keeps ({@code .dictamen} or {@code $DICTAMEN_HOME}). */
public record Home(Path folder) {
    /** The system property by which the launcher names the folder; children carry it on their command line too. */
    public static final String PROPERTY = "dictamen.home";

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The home that the launcher named. */
    public static Home ofThisProcess() {
        return new Home(Path.of(System.getProperty(PROPERTY, ".dictamen")));
    }

    /** Makes the folders that are not there yet. */
    public void create() throws IOException {
        for (var path : List.of(kafka(), database(), state(), logs(), run(), reports())) {
            Files.createDirectories(path);
        }
    }

    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path database() {
        return folder.resolve("db");
    }

    public Path state() {
        return folder.resolve("state");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path reports() {
        return folder.resolve("reports");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }

    public Path secretsFile() {
        return folder.resolve("secrets.env");
    }

    /** Addresses of the running stack; there only while it is usable. */
    public Path addressesFile() {
        return folder.resolve("stack.env");
    }

    /** How ingest-service reads the demo's chat database; written at each start. */
    public Path demoMapping() {
        return state().resolve("demo.yml");
    }

    /** There while the demo feed is paused. */
    public Path demoPause() {
        return state().resolve("demo.paused");
    }
}
