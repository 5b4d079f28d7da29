package dev.dictamen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WordTest {
    @Test
    void aConstantIsWrittenAndReadByItsWord() {
        var json = JsonMapper.shared().writeValueAsString(ReplicaStatus.Breaker.HALF_OPEN);

        assertThat(json).isEqualTo("\"half_open\"");
        assertThat(JsonMapper.shared().readValue(json, ReplicaStatus.Breaker.class))
                .isEqualTo(ReplicaStatus.Breaker.HALF_OPEN);
    }

    @Test
    void aWordThatNoConstantHasIsNone() {
        assertThat(Word.of(Score.class, "great")).contains(Score.GREAT);
        assertThat(Word.of(Score.class, "Great")).isEmpty();
        assertThat(Word.of(Score.class, "excelente")).isEmpty();
    }
}
