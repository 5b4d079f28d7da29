package dev.dictamen.worker.testing;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chats as the gate publishes them. */
public final class Chats {
    private static final Instant OPENED = Instant.parse("2026-11-20T09:00:00Z");

    private Chats() {}

    /** customer, agent, agent, customer. */
    public static ClosedChat polite(String id) {
        return of(id, Role.CUSTOMER, Role.AGENT, Role.AGENT, Role.CUSTOMER);
    }

    /** One message a role, twenty seconds apart; no two chats say the same. */
    public static ClosedChat of(String id, Role... roles) {
        var messages = new ArrayList<ChatMessage>();
        for (var role : roles) {
            int index = messages.size();
            messages.add(
                    new ChatMessage(index, role, "mensaje " + index + " de " + id, OPENED.plusSeconds(20L * index)));
        }
        return with(id, messages);
    }

    public static ClosedChat with(String id, List<ChatMessage> messages) {
        return of(id, messages, null);
    }

    /** A chat that was closed, but could not be read. */
    public static ClosedChat unreadable(String id, SkipReason reason) {
        return of(id, List.of(), reason);
    }

    private static final Subject MARTA = new Subject("a-1", "Marta", "Ventas", null, "es");

    private static ClosedChat of(String id, List<ChatMessage> messages, @Nullable SkipReason skip) {
        var closed = OPENED.plusSeconds(600);
        return new ClosedChat(id, 7, "test", MARTA, null, OPENED, closed, closed, messages, Map.of(), skip);
    }
}
