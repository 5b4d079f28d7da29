package dev.dictamen.testing.data;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Closed chats of Marta's, about whom the golden sample is, too. They were opened at nine and closed ten minutes later. */
public final class Chats {
    /** Nine o'clock of the day of the golden samples. */
    public static final Instant OPENED = Instant.parse("2026-11-20T09:00:00Z");

    public static final Instant CLOSED = OPENED.plusSeconds(600);

    /** Who and what these chats are about. */
    public static final Subject MARTA = new Subject("17", "Marta Ríos", "Facturación", "web", "es");

    private static final int SECONDS_APART = 20;

    private Chats() {}

    /** The golden sample. */
    public static ClosedChat sample() {
        return Samples.read("closed-chat", ClosedChat.class);
    }

    /** A short chat, for tests that want any. */
    public static ClosedChat any(String id) {
        return saying(id, "Hola", "Buenos días, ¿en qué le ayudo?");
    }

    /** These texts, of the customer and the agent in turn, 20 seconds apart. */
    public static ClosedChat saying(String id, String... texts) {
        return with(id, messages(texts));
    }

    /** These messages under revision 1. */
    public static ClosedChat with(String id, List<ChatMessage> messages) {
        return of(id, MARTA, CLOSED, messages, null);
    }

    /** A chat that was closed, but could not be read. */
    public static ClosedChat unreadable(String id, SkipReason reason) {
        return of(id, MARTA, CLOSED, List.of(), reason);
    }

    /** A chat with everything that tests vary, of revision 1. */
    public static ClosedChat of(
            String id,
            Subject subject,
            @Nullable Instant closedAt,
            List<ChatMessage> messages,
            @Nullable SkipReason skipReason) {
        return new ClosedChat(id, 1, "test", subject, null, OPENED, closedAt, CLOSED, messages, Map.of(), skipReason);
    }

    /** Messages of the customer and the agent in turn, 20 seconds apart. */
    public static List<ChatMessage> messages(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(index -> new ChatMessage(
                        index,
                        index % 2 == 0 ? Role.CUSTOMER : Role.AGENT,
                        texts[index],
                        OPENED.plusSeconds((long) SECONDS_APART * index)))
                .toList();
    }
}
