package dev.dictamen.worker.testing;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.TestData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chats of Marta's by who speaks in them, and real ones. */
public final class Conversations {
    private static final int SECONDS_APART = 20;

    private Conversations() {}

    /** customer, agent, agent, customer. */
    public static ClosedChat polite(String id) {
        return of(id, Role.CUSTOMER, Role.AGENT, Role.AGENT, Role.CUSTOMER);
    }

    /** One message a role; no two chats say the same. */
    public static ClosedChat of(String id, Role... roles) {
        var messages = new ArrayList<ChatMessage>();
        for (var role : roles) {
            int index = messages.size();
            var sentAt = Chats.OPENED.plusSeconds((long) SECONDS_APART * index);
            messages.add(new ChatMessage(index, role, "mensaje " + index + " de " + id, sentAt));
        }
        return Chats.with(id, messages);
    }

    /** Some 600 chats in English and Spanish that no one here wrote; the test is skipped where the data are absent. */
    public static List<ClosedChat> real() {
        return Stream.of("star-500.jsonl.gz", "kavak-102.jsonl.gz")
                .flatMap(name -> TestData.lines(name).stream())
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .map(Conversations::read)
                .toList();
    }

    /** A chat as the files of test data hold it. */
    public static ClosedChat read(JsonNode chat) {
        var messages = new ArrayList<ChatMessage>();
        for (var line : chat.path("transcript")) {
            var role = line.path("role").asString("").equals("user") ? Role.CUSTOMER : Role.AGENT;
            var text = line.path("content").asString("");
            messages.add(new ChatMessage(messages.size(), role, text, time(line)));
        }
        return Chats.with(chat.path("conversation_id").asString(""), messages);
    }

    private static @Nullable Instant time(JsonNode line) {
        var text = line.path("timestamp").asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
