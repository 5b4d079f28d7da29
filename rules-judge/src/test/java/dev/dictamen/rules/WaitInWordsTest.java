package dev.dictamen.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitInWordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.4S, 1 segundo",
        "PT40S, 40 segundos",
        "PT15M3S, 15 minutos",
        "PT1H, 1 hora",
        "PT2H1M, 2 horas y 1 minuto",
        "PT72H, 3 días"
    })
    void speaksSpanish(Duration wait, String expected) {
        assertThat(WaitInWords.of(wait)).isEqualTo(expected);
    }
}
