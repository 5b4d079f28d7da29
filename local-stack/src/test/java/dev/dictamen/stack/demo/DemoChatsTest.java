package dev.dictamen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoChatsTest {
    private static final Instant CLOSED = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void thereAreChatsEnoughOfSeveralTeamsAndAgents() throws IOException {
        var chats = DemoChats.read();

        assertThat(chats).hasSizeGreaterThanOrEqualTo(32).doesNotHaveDuplicates();
        assertThat(chats.stream().map(chat -> chat.meta().get("team")).distinct())
                .hasSizeGreaterThan(5);
        assertThat(chats.stream().map(chat -> chat.meta().get("agent_name")).distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyChatHasACustomerAndAnAgentAndItsTimesOnlyGrow() throws IOException {
        for (var chat : DemoChats.read()) {
            var roles =
                    chat.transcript().stream().map(DemoChat.DemoMessage::role).toList();
            assertThat(roles).contains("user", "assistant").hasSizeBetween(4, 20);
            assertThat(chat.transcript().stream().map(DemoChat.DemoMessage::at).toList())
                    .isSorted();
            assertThat(chat.transcript()).allMatch(message -> !message.content().isBlank());
        }
    }

    @Test
    void aChatClosesWithItsLastMessageAndKeepsItsPauses() {
        var chat = new DemoChat(
                Map.of("team", "Ventas"),
                List.of(
                        new DemoChat.DemoMessage("user", "Hola", 0),
                        new DemoChat.DemoMessage("assistant", "Buenas", 90)));

        var closed = chat.closedAt(CLOSED, "demo-1");

        assertThat(closed).containsEntry("conversation_id", "demo-1").containsEntry("meta", Map.of("team", "Ventas"));
        assertThat(closed.get("transcript"))
                .isEqualTo(List.of(
                        Map.of("role", "user", "content", "Hola", "timestamp", "2026-11-21T09:58:30Z"),
                        Map.of("role", "assistant", "content", "Buenas", "timestamp", "2026-11-21T10:00:00Z")));
    }
}
