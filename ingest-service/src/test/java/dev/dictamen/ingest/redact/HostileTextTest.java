package dev.dictamen.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.found.ChatLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest messages that can come, made to be hard: none overflows the stack, none takes for ever. */
class HostileTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12345-",
                "a",
                "a.",
                "a@",
                "a.a@",
                "a@a.",
                "a arroba ",
                "punto ",
                "ES12 ",
                "(1",
                "+34 ",
                " ",
                "4111 ",
                "ñ",
                "tarjeta 4",
                "."
            })
    void everyOneIsReadToItsEnd(String part) {
        var hostile = part.repeat(ChatLimits.TEXT / part.length());

        assertThat(Redactions.redacted(hostile)).isNotEmpty();
    }
}
