package dev.dictamen.worker.prompts;

import dev.dictamen.contract.replay.JudgePrompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** The version of the prompt that this software brings, from {@code prompts/<version>.*}. */
public final class BuiltInPrompt {
    private static final String VERSION = "2026-11-3";
    private static final String PUBLISHER = "eval-worker";
    private static final JudgePrompt.Parameters PARAMETERS = new JudgePrompt.Parameters(0.2, 7, 1500);

    private BuiltInPrompt() {}

    /** As it is published at this time. */
    public static JudgePrompt.Version at(Instant publishedAt) {
        var texts = new JudgePrompt.Texts(
                text(".md"), text(".task.md").strip(), text(".repair.md").strip());
        return new JudgePrompt.Version(
                VERSION, texts, text(".schema.json").strip(), PARAMETERS, PUBLISHER, publishedAt);
    }

    private static String text(String ending) {
        var resource = "/prompts/" + VERSION + ending;
        try (var in = BuiltInPrompt.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
