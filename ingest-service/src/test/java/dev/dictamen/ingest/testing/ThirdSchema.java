package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A help desk in the manner of osTicket, which no preset fits: it is read by a mapping written by hand. */
public final class ThirdSchema {
    /** A closed ticket of the history that no step of the live script touches. */
    public static final String MARKED = "2";

    private ThirdSchema() {}

    /** The mapping's file. */
    public static Path mapping() {
        return file("mapping.yml");
    }

    /** Makes the tables and their tickets in a new schema of that name. */
    public static void load(TestDatabase server, String schema) {
        server.emptySchema(schema);
        server.run(schema, text("schema.sql") + text("chats.sql"));
    }

    /** The steps of the live script, the first at index 0. */
    public static List<String> liveSteps() {
        return List.of(text("live.sql").split("-- STEP [0-9]+:[^\n]*\n")).stream()
                .filter(step -> !step.isBlank())
                .toList();
    }

    /** SQL that adds a customer's message to the marked ticket. */
    public static String lateMessage(String text) {
        return "INSERT INTO hd_thread_entry (thread_id, user_id, type, poster, body, format, created) VALUES"
                + " (103, 32, 'M', 'Beto', '" + text + "', 'text', '2026-05-01 00:00:00')";
    }

    private static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        var found = Objects.requireNonNull(ThirdSchema.class.getResource("/third-schema/" + name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
