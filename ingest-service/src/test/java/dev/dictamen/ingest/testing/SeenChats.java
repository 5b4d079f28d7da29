package dev.dictamen.ingest.testing;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chats as the topic found holds them. */
public final class SeenChats {
    /** When every chat here was first seen. */
    public static final Instant SEEN = Instant.parse("2026-11-20T10:00:00Z");

    private SeenChats() {}

    /** A chat of one message that closed a minute before it was seen. */
    public static ClosedChat saying(String id, String text) {
        return of(id, "http", SEEN, SEEN.minusSeconds(60), text);
    }

    /** A chat that closed this long before it was seen; null for one without times. */
    public static ClosedChat closedBefore(@Nullable Duration age) {
        return of("c-1", "http", SEEN, age == null ? null : SEEN.minus(age), "Hola");
    }

    /** A chat with everything that may vary beside its text. */
    public static ClosedChat of(String id, String source, Instant seen, @Nullable Instant closedAt, String text) {
        return new ClosedChat(
                id,
                ClosedChat.UNASSIGNED,
                source,
                new Subject("7", "Marta", "Norte", "web", "es"),
                null,
                null,
                closedAt,
                seen,
                List.of(new ChatMessage(0, Role.CUSTOMER, text, null)),
                Map.of("tono", "formal", "resolved", "true"),
                null);
    }
}
