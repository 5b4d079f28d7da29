package dev.dictamen.worker.injection;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The injections among the real chats that lie outside the project ({@code DICTAMEN_TEST_DATA}); none where they are absent. */
final class NastyChats {
    private static final String MARK = "{\"conversation_id\": \"nasty-inject-";
    private static final String FOLDER = "DICTAMEN_TEST_DATA";

    private NastyChats() {}

    static List<ClosedChat> injections() throws IOException {
        Map<String, String> environment = System.getenv();
        var file = Path.of(environment.getOrDefault(FOLDER, "../../shared/data"), "nasty", "nasty-main.jsonl.gz");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(JsonMapper.shared()::readTree)
                    .map(NastyChats::chat)
                    .toList();
        }
    }

    private static ClosedChat chat(JsonNode source) {
        var messages = new ArrayList<ChatMessage>();
        for (var line : source.path("transcript")) {
            var role = line.path("role").asString("").equals("assistant") ? Role.AGENT : Role.CUSTOMER;
            messages.add(
                    new ChatMessage(messages.size(), role, line.path("content").asString(""), null));
        }
        return Attack.closed(source.path("conversation_id").asString(""), messages);
    }
}
