package dev.dictamen.worker.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** One version of the words that the judge is asked with, from {@code prompts/<version>.md} and its schema. */
@Component
class Prompt {
    private static final String VERSION = "2026-11-1";

    private final String instructions = read("/prompts/" + VERSION + ".md").replace("\r", "");
    private final String schema = read("/prompts/" + VERSION + ".schema.json").strip();
    private final String hash = sha256(instructions + '\0' + schema);

    String version() {
        return VERSION;
    }

    /** SHA-256 of instructions and schema, hex. */
    String hash() {
        return hash;
    }

    /** The system message, the schema included as the harmony format asks. */
    String instructions() {
        return instructions + "\n# Response Formats\n\n## evaluation\n\n" + schema + "\n";
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

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
