package dev.dictamen.ingest.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON and UTF-8 as their standards have them. */
class StrictJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}          | a trailing comma",
                "{'a': 1}             | single quotes",
                "# hola               | a comment",
                "// hola              | a comment",
                "{\"a\": NaN}         | NaN and Infinity",
                "{\"a\": -Infinity}   | NaN and Infinity",
                "{\"a\": 1} {\"b\": 2} | more than one JSON value",
                "{\"a\": 1, \"a\": 1} | a key twice",
                "{\"a\": {\"b\": 1    | ends too early",
                "{\"a\": \"secreto    | ends too early",
                "[{\"a\": 1}]         | the record is a list",
                "null                 | the record is null",
                "\"hola\"             | the record is text",
                "hola                 | not valid JSON",
                "{\"a\": 01}          | not valid JSON"
            })
    void whatIsNoJsonObjectIsRefusedWithItsReason(String text, String reason) {
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> StrictJson.object(text))
                .satisfies(e -> assertThat(e.reason()).contains(reason).doesNotContain("secreto", "hola"));
    }

    @Test
    void deepNestingIsRefusedAndNoStackOverflows() {
        assertThat(StrictJson.object("{\"a\":".repeat(400) + "1" + "}".repeat(400))
                        .size())
                .isEqualTo(1);
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> StrictJson.object("{\"a\":".repeat(100_000)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("nested deeper than 500 levels"));
    }

    @Test
    void aHugeNumberCostsNothing() {
        assertThat(Times.read(StrictJson.object("{\"a\": 1e999999999}").get("a")))
                .isNull();
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> StrictJson.object("{\"a\": " + "9".repeat(100_000) + "}"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("a number or a key is too long"));
    }

    @Test
    void bytesThatAreNoUtf8AreNamedNotReplaced() {
        var latin1 = ByteBuffer.wrap("{\"a\": \"ñ\"}".getBytes(StandardCharsets.ISO_8859_1));
        var cut = ByteBuffer.wrap(new byte[] {'a', (byte) 0xC3});

        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> StrictText.decode(latin1))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("not valid UTF-8 at byte 8"));
        assertThatExceptionOfType(RejectedChatException.class).isThrownBy(() -> StrictText.decode(cut));
    }

    @Test
    void aReasonShowsNoControlCharacterAndNoMoreThanSixtyCharacters() {
        assertThat(Excerpt.value("a\u001b[31m\n\u202e\ud800")).isEqualTo("'a\\u001B[31m\\u000A\\u202E\\uD800'");
        assertThat(Excerpt.value("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
    }
}
