package dev.dictamen.worker.judge;

import dev.dictamen.contract.Sha256;
import dev.dictamen.worker.transcript.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * One version of the words that the judge is asked with, from {@code prompts/<version>.*}: the instructions, the task that
 * carries the chat, the request for a repair, and the schema of an answer.
 */
@Component
public class Prompt {
    private static final String VERSION = "2026-11-3";

    private final String instructions = read("/prompts/" + VERSION + ".md").replace("\r", "");
    private final String schema = read("/prompts/" + VERSION + ".schema.json").strip();
    private final String task =
            read("/prompts/" + VERSION + ".task.md").replace("\r", "").strip();
    private final String repair =
            read("/prompts/" + VERSION + ".repair.md").replace("\r", "").strip();
    private final String hash = Sha256.hex(String.join("\0", instructions, task, repair, schema));

    public String version() {
        return VERSION;
    }

    /** SHA-256 of every word of this version, hex. */
    public String hash() {
        return hash;
    }

    /** The system message, the schema included as the harmony format asks. */
    String instructions() {
        return instructions + "\n# Response Formats\n\n## evaluation\n\n" + schema + "\n";
    }

    /** The figures, the chat as data between two lines of a delimiter, then the task once more. */
    String task(String delimiter, Figures figures, String chat) {
        return task.replace("{first_response}", figures.firstResponse())
                .replace("{longest_wait}", figures.longestWait())
                .replace("{duration}", figures.duration())
                .replace("{delimiter}", delimiter)
                .replace("{chat}", chat);
    }

    /** What was wrong with an answer, and the request for a better one. */
    String repair(List<String> errors) {
        return repair.replace("{errors}", "- " + String.join("\n- ", errors));
    }

    String schema() {
        return schema;
    }

    private static String read(String resource) {
        try (var in = Prompt.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
