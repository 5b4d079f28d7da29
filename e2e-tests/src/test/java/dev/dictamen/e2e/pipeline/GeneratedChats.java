package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Chats written for a test, in the import format: {@code <prefix>-0}, {@code <prefix>-1}, … each with its own text. */
final class GeneratedChats {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PAUSE = Duration.ofSeconds(25);

    private GeneratedChats() {}

    /** Writes {@code count} chats that closed a moment ago. */
    static Path write(Path file, String prefix, int count) throws IOException {
        var lines = IntStream.range(0, count)
                .mapToObj(number -> line(prefix, number))
                .toList();
        return Files.write(file, lines);
    }

    /** One line of the import format: the chat {@code <prefix>-<number>}, closed a moment ago. */
    static String line(String prefix, int number) {
        return JSON.writeValueAsString(chat(prefix + "-" + number, number, ""));
    }

    /** A chat with these words and its id in every message: no two are the same to the worker's cache. */
    static String saying(String id, String words) {
        return JSON.writeValueAsString(chat(id, 1, " " + words + " " + id));
    }

    /** The ids of the chats that {@link #write} writes. */
    static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
    }

    private static Map<String, Object> chat(String id, int number, String words) {
        var opened = Instant.now().minus(PAUSE.multipliedBy(4));
        return Map.of(
                "conversation_id",
                id,
                "meta",
                Map.of("agent_id", "a-" + number % 7, "team", "Equipo " + number % 3, "idioma", "es"),
                "transcript",
                List.of(
                        message("user", "Hola, mi pedido " + number + " no ha llegado todavía." + words, opened),
                        message(
                                "assistant",
                                "Buenos días, reviso su pedido " + number + "." + words,
                                opened.plus(PAUSE)),
                        message(
                                "assistant",
                                "Está en reparto y llega hoy." + words,
                                opened.plus(PAUSE.multipliedBy(2))),
                        message("user", "Perfecto, muchas gracias." + words, opened.plus(PAUSE.multipliedBy(3)))));
    }

    private static Map<String, Object> message(String role, String content, Instant at) {
        return Map.of("role", role, "content", content, "timestamp", at.toString());
    }
}
