package dev.dictamen.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.data.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line of the nasty data is accepted or refused as it must be, and as README.md says where it may be either. */
class NastyDataTest {
    /** Our choice for the cases that may be either: these are refused, all others accepted. */
    private static final Set<String> REFUSED_BY_CHOICE = Set.of(
            "content-null",
            "content-number",
            "content-parts",
            "id-300-characters",
            "id-trailing-blank",
            "lone-surrogates",
            "duplicate-keys");

    @Test
    void everyLineEndsAsTheExpectationSays() {
        var topic = new RecordingTopic();
        var answer = Captures.lines(topic, TestData.bytes("nasty/nasty-main.jsonl.gz"));
        Map<Long, String> reasons = answer.rejected().stream()
                .collect(Collectors.toMap(CaptureAnswer.Rejection::line, CaptureAnswer.Rejection::reason));

        var wrong = new ArrayList<String>();
        for (JsonNode expected : expectations()) {
            long line = expected.get("line").asLong();
            boolean isRefused = reasons.containsKey(line);
            if (isRefused != mustBeRefused(expected)) {
                wrong.add(expected.get("case").asString() + ": " + reasons.get(line));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reasons.values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank().hasSizeLessThan(200));
        assertThat(answer.accepted()).isEqualTo(topic.chats.size()).isEqualTo(96 - reasons.size());
    }

    private static boolean mustBeRefused(JsonNode expected) {
        return switch (expected.get("expect").asString()) {
            case "reject" -> true;
            case "accept" -> false;
            default -> REFUSED_BY_CHOICE.contains(expected.get("case").asString());
        };
    }

    private static JsonNode expectations() {
        return JsonMapper.shared()
                .readTree(TestData.bytes("nasty/nasty-expected.json"))
                .get("main");
    }

    @Test
    void nothingOfTheNastyTimesIsInvented() {
        var chats = chatsOf("nasty/nasty-main.jsonl.gz");

        assertThat(chat(chats, "nasty-time-missing").closedAt()).isNull();
        assertThat(times(chat(chats, "nasty-time-nonsense")))
                .startsWith("null", "null", "null", "2020-05-26T00:04:37Z");
        assertThat(times(chat(chats, "nasty-time-extremes")))
                .startsWith("null", "null", "null", "2020-05-25T18:41:42Z");
        assertThat(times(chat(chats, "nasty-time-numbers")))
                .startsWith("2020-05-25T22:38:58Z", "2020-05-25T22:39:28Z", "2020-05-25T22:40:01Z");
        assertThat(times(chat(chats, "nasty-time-offsets")))
                .startsWith("2025-10-26T02:59:50Z", "2025-10-26T03:00:10Z", "2025-10-26T03:00:40Z", "null");
    }

    private static ClosedChat chat(Map<String, ClosedChat> chats, String id) {
        return Objects.requireNonNull(chats.get(id), id);
    }

    private static List<String> times(ClosedChat chat) {
        return chat.messages().stream()
                .map(message -> String.valueOf(message.sentAt()))
                .toList();
    }

    private static Map<String, ClosedChat> chatsOf(String file) {
        var topic = new RecordingTopic();
        Captures.lines(topic, TestData.bytes(file));
        return topic.chats.stream().collect(Collectors.toMap(ClosedChat::chatId, chat -> chat, (a, b) -> b));
    }

    @ParameterizedTest
    @CsvSource({
        "bom.jsonl, 5, ''",
        "crlf.jsonl, 5, ''",
        "cr-only.jsonl, 5, ''",
        "no-final-newline.jsonl, 5, ''",
        "blank-lines.jsonl, 5, ''",
        "truncated.jsonl, 4, 5",
        "empty.jsonl, 0, ''",
        "only-newlines.jsonl, 0, ''",
        "utf16.jsonl, 0, 1",
        "latin1.jsonl, 5, 6",
        "bad-utf8.jsonl, 4, 3",
        "not-jsonl.jsonl, 0, 1"
    })
    void everyFileEndsAsItsExpectationSays(String file, int accepted, String refusedLine) {
        var answer = Captures.lines(new RecordingTopic(), TestData.bytes("nasty/" + file));

        assertThat(answer.accepted()).isEqualTo(accepted);
        assertThat(answer.rejected())
                .extracting(rejection -> String.valueOf(rejection.line()))
                .isEqualTo(refusedLine.isEmpty() ? List.of() : List.of(refusedLine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"star-500", "kavak-102", "kavak-102-native", "stripe-irc", "abcd-sample-3"})
    void realFilesAreAcceptedWhole(String name) {
        var topic = new RecordingTopic();
        var answer = Captures.lines(topic, TestData.bytes(name + ".jsonl.gz"));

        assertThat(answer.rejected()).isEmpty();
        assertThat(topic.chats).isNotEmpty();
    }

    @Test
    void bothSpellingsOfOneFileSayTheSame() {
        var documented = chatsOf("kavak-102.jsonl.gz");
        var written = chatsOf("kavak-102-native.jsonl.gz");

        assertThat(written.keySet()).isEqualTo(documented.keySet());
        assertThat(written.values()).allSatisfy(chat -> {
            var twin = chat(documented, chat.chatId());
            assertThat(chat.messages()).isEqualTo(twin.messages());
            assertThat(chat.subject().channel()).isEqualTo(twin.subject().channel());
            assertThat(chat.subject().language()).isEqualTo(twin.subject().language());
        });
    }
}
