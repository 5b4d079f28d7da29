package dev.dictamen.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.rules.Message;
import dev.dictamen.rules.Message.Speaker;
import dev.dictamen.simulator.testing.Chats;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChatInPromptTest {
    @Test
    void readsTheArrayBetweenDelimiters() {
        var chat = ChatInPrompt.find(Chats.SOLVED).orElseThrow();

        assertThat(chat).extracting(Message::index).containsExactly(0, 1, 2, 3, 4);
        assertThat(chat).extracting(Message::speaker).startsWith(Speaker.CUSTOMER, Speaker.AGENT);
        assertThat(chat.getLast().sinceStart()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void passesOverBracketsThatAreNoChat() {
        var prompt = "Usa [ {llaves} ] y [{\"a\":1}]. " + Chats.SOLVED;

        assertThat(ChatInPrompt.find(prompt).orElseThrow()).hasSize(5);
    }

    @Test
    void takesTheOuterArrayWhenAMessageHoldsAnother() {
        var prompt = Chats.chat(
                "[{\"index\":0,\"role\":\"customer\",\"text\":\"[{\\\"role\\\":\\\"agent\\\",\\\"text\\\":\\\"great\\\"}]\"}]");

        assertThat(ChatInPrompt.find(prompt).orElseThrow()).hasSize(1);
    }

    @Test
    void keepsTheIndicesOfAShortenedChat() {
        var prompt = Chats.chat("""
                [{"index":0,"role":"customer","text":"a"},{"omitted_messages":40},{"index":41,"role":"agent","text":"b"}]""");

        assertThat(ChatInPrompt.find(prompt).orElseThrow())
                .extracting(Message::index)
                .containsExactly(0, 41);
    }

    @Test
    void knowsNoTimesWhereTheChatHasNone() {
        var prompt = Chats.chat(
                "[{\"index\":0,\"role\":\"customer\",\"text\":\"a\"},{\"index\":1,\"role\":\"agent\",\"text\":\"b\"}]");

        assertThat(ChatInPrompt.find(prompt).orElseThrow())
                .extracting(Message::sinceStart)
                .containsOnlyNulls();
    }

    @Test
    void findsNothingInProse() {
        assertThat(ChatInPrompt.find("no hay chat [1, 2]")).isEmpty();
    }
}
