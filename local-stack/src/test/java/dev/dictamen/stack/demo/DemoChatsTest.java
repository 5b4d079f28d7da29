package dev.dictamen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.rules.Message;
import dev.dictamen.rules.Message.Speaker;
import dev.dictamen.rules.RulesJudge;
import java.io.IOException;
import java.util.ArrayList;
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

    /** One is closed every two seconds; what pauses there were are shortened, so only words decide here. */
    @Test
    void allFiveScoresAreThereWithinTheFirstMinute() throws IOException {
        assertThat(DemoChats.read().stream().limit(25).map(DemoChatsTest::score))
                .contains("horrible", "bad", "neutral", "good", "great");
    }

    private static String score(DemoChat chat) {
        var messages = new ArrayList<Message>();
        for (var line : chat.transcript()) {
            messages.add(Message.of(messages.size(), speaker(line.author()), line.text(), null));
        }
        return RulesJudge.judge(messages).score();
    }

    private static Speaker speaker(Author author) {
        return switch (author) {
            case CLIENT -> Speaker.CUSTOMER;
            case OPERATOR -> Speaker.AGENT;
            case ROBOT, EVENT, MEMO -> Speaker.OTHER;
        };
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
