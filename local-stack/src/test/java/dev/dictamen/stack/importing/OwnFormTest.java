package dev.dictamen.stack.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n \n",
                "{\"conversation_id\": 1, \"transcript\": []}",
                "{\"meta\": {\"a\": [1]}, \"transcript\": [{\"role\": \"us",
                "{\"conversation_id\": \"x\"}",
                "broken\n{'x'}\n{\"transcript\": []}",
                "{\"conversation_id\": \"x\", \"transcript\": [\r{\"conversation_id\": \"y\"",
            })
    void linesOfOursAreSentAsTheyStand(String text) {
        assertThat(OwnForm.isIn(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"conversation_id\": 1, \"transcript\": []}]",
                "[\n{\"conversation_id\": 1, \"transcript\": []},\n{\"conversation_id\": 2, \"transcript\": []}\n]",
                "{\n  \"conversation_id\": 1,\n  \"transcript\": []\n}",
                "{\"data\": [{\"conversation_id\": 1, \"transcript\": []}]}",
                "{\"conversation_id\": 1, \"messages\": []}",
                "{\"conversation_id\": 1, \"role\": \"user\", \"content\": \"Hola\"}",
                "{\"foo\": 1}",
                "conversation_id,role,text",
                "[12/03/24, 14:05:33] Ana: Hola"
            })
    void whatElseThereIsIsRead(String text) {
        assertThat(OwnForm.isIn(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
}
