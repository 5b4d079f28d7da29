package dev.dictamen.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class WaitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45 | PT45S",
                "\"45 s\" | PT45S",
                "\"2 min 5 s\" | PT2M5S",
                "\"1 h 3 min\" | PT1H3M",
                "\"3 días\" | PT72H",
                "\"PT15M\" | PT15M",
                "\"\" |",
                "\"pronto\" |",
                "null |"
            })
    void readsWhatAPromptMayHold(String json, Duration expected) {
        assertThat(Wait.parse(JsonMapper.shared().readTree(json))).isEqualTo(expected);
    }
}
