package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A help desk in the manner of osTicket, which no preset fits: it is read by a mapping written by hand. What must be published
 * lies beside its SQL. The wall clock there is Bogotá's, five hours behind UTC.
 */
public final class ThirdSchema {
    /** A closed ticket of the history that no step of the live script touches. */
    public static final String MARKED = "2";

    private static final String FOLDER = "third-schema/";

    private ThirdSchema() {}

    /** The mapping's file. */
    public static Path mapping() {
        return Path.of("src/test/resources", FOLDER, "mapping.yml");
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

    /** Every closed ticket, and no other. */
    public static List<ExpectedChat> expected() {
        return List.of(JsonMapper.shared().readValue(text("history.json"), ExpectedChat[].class));
    }

    /** What each step publishes, in order. */
    public static List<List<ExpectedChat>> liveExpected() {
        return Stream.of(JsonMapper.shared().readValue(text("live.json"), ExpectedChat[][].class))
                .map(List::of)
                .toList();
    }

    /** SQL that adds a customer's message to the marked ticket. */
    public static String lateMessage(String text) {
        return "INSERT INTO hd_thread_entry (thread_id, user_id, type, poster, body, format, created) VALUES"
                + " (103, 32, 'M', 'Beto', '" + text + "', 'text', '2026-05-01 00:00:00')";
    }

    private static String text(String name) {
        try {
            return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
