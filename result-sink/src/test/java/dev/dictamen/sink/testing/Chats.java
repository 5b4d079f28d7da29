package dev.dictamen.sink.testing;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Chats to store. */
public final class Chats {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

    private Chats() {}

    public static ClosedChat chat(String id, long revision) {
        return saying(id, revision, "Hola", "Buenos días, ¿en qué le ayudo?");
    }

    /** A chat of these messages, customer and agent in turn. */
    public static ClosedChat saying(String id, long revision, String... texts) {
        var messages = IntStream.range(0, texts.length)
                .mapToObj(i -> new ChatMessage(i, i % 2 == 0 ? Role.CUSTOMER : Role.AGENT, texts[i], NOON))
                .toList();
        return of(id, revision, "Marta Ríos", messages);
    }

    /** A chat whose agent has this name. */
    public static ClosedChat withAgent(String id, String agentName) {
        return of(id, 1, agentName, List.of());
    }

    /** A chat that was opened at this time. */
    public static ClosedChat opened(String id, Instant openedAt) {
        return new ClosedChat(
                id, 1, "import", Subject.UNKNOWN, null, openedAt, null, NOON, List.of(), Map.of(), null);
    }

    private static ClosedChat of(String id, long revision, String agentName, List<ChatMessage> messages) {
        return new ClosedChat(
                id,
                revision,
                "import",
                new Subject("17", agentName, "Facturación", "web", "es"),
                null,
                null,
                NOON,
                NOON,
                messages,
                Map.of("priority", "high"),
                null);
    }
}
