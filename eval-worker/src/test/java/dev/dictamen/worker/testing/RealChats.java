package dev.dictamen.worker.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chats that no one here wrote, from {@code DICTAMEN_TEST_DATA}, else ../shared/data beside the project. */
public final class RealChats {
    private static final Path FOLDER = Path.of(environment().getOrDefault("DICTAMEN_TEST_DATA", "../../shared/data"));

    private RealChats() {}

    private static Map<String, String> environment() {
        return System.getenv();
    }

    /** Some 600 chats in English and Spanish; the test is skipped where the data are absent. */
    public static List<ClosedChat> all() {
        return Stream.of("star-500.jsonl.gz", "kavak-102.jsonl.gz")
                .flatMap(name -> read(name).stream())
                .toList();
    }

    private static List<ClosedChat> read(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "no test data: " + name + " (set DICTAMEN_TEST_DATA)");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> chat(JsonMapper.shared().readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClosedChat chat(JsonNode node) {
        var messages = new ArrayList<ChatMessage>();
        for (var line : node.path("transcript")) {
            var role = line.path("role").asString("").equals("user") ? Role.CUSTOMER : Role.AGENT;
            messages.add(
                    new ChatMessage(messages.size(), role, line.path("content").asString(""), time(line)));
        }
        return Chats.with(node.path("conversation_id").asString(""), messages);
    }

    private static @Nullable Instant time(JsonNode line) {
        var text = line.path("timestamp").asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
