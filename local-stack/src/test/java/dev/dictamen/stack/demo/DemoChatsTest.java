package dev.dictamen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoChatsTest {
    @Test
    void thereAreChatsEnoughOfSeveralTeamsAndAgents() throws IOException {
        var chats = DemoChats.read();

        assertThat(chats).hasSizeGreaterThanOrEqualTo(32).doesNotHaveDuplicates();
        assertThat(chats.stream().map(chat -> chat.about().team()).distinct()).hasSizeGreaterThan(5);
        assertThat(chats.stream().map(chat -> chat.about().agentName()).distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyChatHasACustomerAndAnAgentAndItsTimesOnlyGrow() throws IOException {
        for (var chat : DemoChats.read()) {
            var authors =
                    chat.transcript().stream().map(DemoChat.DemoMessage::author).toList();
            assertThat(authors.getFirst()).isNotEqualTo(Author.OPERATOR);
            assertThat(authors).contains(Author.CLIENT, Author.OPERATOR).hasSizeBetween(4, 20);
            assertThat(chat.transcript().stream().map(DemoChat.DemoMessage::at).toList())
                    .isSorted()
                    .startsWith(0L)
                    .last()
                    .isNotEqualTo(0L);
            assertThat(chat.transcript()).allMatch(message -> !message.text().isBlank());
        }
    }
}
