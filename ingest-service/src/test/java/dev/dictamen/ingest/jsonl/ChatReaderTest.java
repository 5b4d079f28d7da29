package dev.dictamen.ingest.jsonl;

import static dev.dictamen.ingest.testing.ChatJson.quoted;
import static dev.dictamen.ingest.testing.ChatJson.withTranscript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the JSONL form becomes the contract's chat, and what is refused on the way. */
class ChatReaderTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void everythingThatIsSaidIsMapped() {
        var chat = ParsedChats.of(quoted("""
                {'conversation_id': 'c-1', 'meta': {'conversation_id': 'c-1', 'idioma': 'es', 'canal': 'web',
                 'agent_id': 17, 'agent_name': ' Marta Ríos ', 'team': 'Norte', 'customer_id': 'k-5',
                 'resolved': true, 'num_interactions': 2, 'context': {'a': 1}}, 'transcript': [
                 {'role': 'user', 'content': 'Hola', 'timestamp': '2026-11-20T09:00:00Z'},
                 {'role': 'assistant', 'content': 'Diga', 'timestamp': '2026-11-20T10:01:00+01:00'}]}"""));

        assertThat(chat)
                .isEqualTo(new ClosedChat(
                        "c-1",
                        0,
                        "http",
                        new Subject("17", "Marta Ríos", "Norte", "web", "es"),
                        "k-5",
                        NINE,
                        NINE.plusSeconds(60),
                        ParsedChats.NOW,
                        List.of(
                                new ChatMessage(0, Role.CUSTOMER, "Hola", NINE),
                                new ChatMessage(1, Role.AGENT, "Diga", NINE.plusSeconds(60))),
                        Map.of("resolved", "true", "num_interactions", "2"),
                        null));
    }

    @Test
    void whatIsNotSaidIsNull() {
        var chat = ParsedChats.of(withTranscript("[{'role': 'user', 'content': ''}]"));

        assertThat(chat)
                .isEqualTo(new ClosedChat(
                        "c-1",
                        0,
                        "http",
                        Subject.UNKNOWN,
                        null,
                        null,
                        null,
                        ParsedChats.NOW,
                        List.of(new ChatMessage(0, Role.CUSTOMER, "", null)),
                        Map.of(),
                        null));
    }

    @Test
    void theOtherSpellingIsReadAlike() {
        var chat = ParsedChats.of(quoted("""
                {'meta': {'conversation_id': 'c-1', 'language': 'es', 'channel': 'web'}, 'transcript': [
                 {'turn': 1, 'speaker': 'cliente', 'text': 'Hola'}, {'turn': 2, 'speaker': 'agente', 'text': 'Diga'}]}"""));

        assertThat(chat.chatId()).isEqualTo("c-1");
        assertThat(chat.subject().channel()).isEqualTo("web");
        assertThat(chat.messages()).extracting(ChatMessage::role).containsExactly(Role.CUSTOMER, Role.AGENT);
    }

    @Test
    void aStatedClosingTimeWinsOverTheLastMessages() {
        var chat = ParsedChats.of(quoted("""
                {'conversation_id': 'c-1', 'closed_at': '2026-11-20T09:30:00Z', 'meta': {'opened_at': 'ayer'},
                 'transcript': [{'role': 'user', 'content': 'a', 'timestamp': '2026-11-20T09:00:00Z'}]}"""));

        assertThat(chat.closedAt()).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
        assertThat(chat.openedAt()).isEqualTo(NINE);
    }

    @Test
    void theOrderIsTheTextsAndTheEndIsTheLatestTime() {
        var chat = ParsedChats.of(withTranscript("""
                [{'role': 'user', 'content': 'b', 'timestamp': '2026-11-20T09:05:00Z'},
                 {'role': 'user', 'content': 'a', 'timestamp': '2026-11-20T09:00:00Z'}]"""));

        assertThat(chat.messages()).extracting(ChatMessage::text).containsExactly("b", "a");
        assertThat(chat.openedAt()).isEqualTo(NINE);
        assertThat(chat.closedAt()).isEqualTo(NINE.plusSeconds(300));
    }

    @ParameterizedTest
    @CsvSource({
        "user, CUSTOMER", "' Customer ', CUSTOMER", "CLIENTE, CUSTOMER", "assistant, AGENT", "Agent, AGENT",
        "agente, AGENT", "bot, BOT", "system, SYSTEM", "TOOL, SYSTEM", "note, NOTE"
    })
    void aRoleIsKnownByItsWord(String word, Role role) {
        var chat = ParsedChats.of(withTranscript("[{'role': '" + word + "', 'content': 'a'}]"));

        assertThat(chat.messages().getFirst().role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'role': 'supervisor', 'content': 'a'} | message 0: unknown role 'supervisor'",
                "{'content': 'a'}                       | message 0 has no role",
                "{'role': 7, 'content': 'a'}            | message 0: role is a number, not text",
                "{'role': 'user'}                       | message 0 has no content",
                "{'role': 'user', 'content': null}      | message 0 has no content",
                "{'role': 'user', 'content': 5}         | message 0: content is a number, not text",
                "{'role': 'user', 'content': ['a']}     | message 0: content is a list, not text",
                "{'role': 'user', 'content': 'a', 'text': 'b'} | content is given twice, with different values",
                "'hola'                                 | message 0 is text, not an object"
            })
    void aMessageThatIsNoneIsRefusedWithItsPlace(String message, String reason) {
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> ParsedChats.of(withTranscript("[" + message + "]")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.chatId()).isEqualTo("c-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''          | conversation_id is empty",
                "' a'        | conversation_id begins or ends with white space: '' a''",
                "'a\\u00A0'  | conversation_id begins or ends with white space: ''a\u00A0''",
                "'a\\nb'     | conversation_id has a control character: ''a\\u000Ab''",
                "'\\ud800'   | conversation_id holds a lone surrogate",
                "1.5         | conversation_id is a number, not text or a whole number",
                "true        | conversation_id is a boolean, not text or a whole number",
                "null        | no conversation_id"
            })
    void anIdIsTakenAsItIsOrRefused(String id, String reason) {
        String json = quoted("{'conversation_id': "
                + (id.isEmpty() ? "''" : id.matches("[a-z0-9.]+") ? id : "'" + id + "'") + ", 'transcript': []}");
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> ParsedChats.of(json))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason.replace("''", "'")));
    }

    @Test
    void anIdOf190CharactersIsTheLongest() {
        var longest = "😀".repeat(190);

        assertThat(ParsedChats.of("{\"conversation_id\": \"" + longest + "\", \"transcript\": []}")
                        .chatId())
                .isEqualTo(longest);
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> ParsedChats.of("{\"conversation_id\": \"" + longest + "a\", \"transcript\": []}"))
                .satisfies(
                        e -> assertThat(e.reason()).startsWith("conversation_id is longer than 190 characters: '😀"));
    }

    @Test
    void aNumberIsAnIdByItsDigits() {
        assertThat(ParsedChats.of(quoted("{'conversation_id': 12345, 'transcript': []}"))
                        .chatId())
                .isEqualTo("12345");
    }

    @Test
    void theIdAtTheTopWinsAndTheOtherOneIsKept() {
        var chat = ParsedChats.of(
                quoted("{'conversation_id': 'a', 'meta': {'conversation_id': 'b'}, 'team': null, 'transcript': []}"));

        assertThat(chat.chatId()).isEqualTo("a");
        assertThat(chat.attributes()).containsEntry("conversation_id", "b");
    }

    @Test
    void attributesAreBoundedAndFlat() {
        var meta = new StringBuilder("{\"long\": \"" + "x".repeat(600) + "\", \"list\": [1], \"none\": null");
        for (int i = 0; i < 60; i++) {
            meta.append(", \"k").append(i).append("\": ").append(i);
        }
        var chat = ParsedChats.of("{\"conversation_id\": \"c\", \"transcript\": [], \"meta\": " + meta + "}}");

        assertThat(chat.attributes()).hasSize(50).containsEntry("k0", "0").doesNotContainKeys("list", "none", "k49");
        assertThat(chat.attributes().get("long")).hasSize(500).endsWith("x…");
    }

    @Test
    void aChatHasItsBounds() {
        var message = "{'role': 'user', 'content': 'a'}";
        assertThat(ParsedChats.of(withTranscript("[" + (message + ",").repeat(9_999) + message + "]"))
                        .messages())
                .hasSize(10_000);
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> ParsedChats.of(withTranscript("[" + (message + ",").repeat(10_000) + message + "]")))
                .satisfies(e -> assertThat(e.reason()).contains("10001 messages"));
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() ->
                        ParsedChats.of(withTranscript("[{'role': 'user', 'content': '" + "a".repeat(300_001) + "'}]")))
                .satisfies(e -> assertThat(e.reason()).contains("longer than 300000"));
    }
}
