package dev.dictamen.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0, 0 s", "59.4, 59 s", "59.6, 1 min 0 s", "88, 1 min 28 s", "3600, 1 h 0 min", "90061, 1 d 1 h"})
    void aSpanHasItsTwoLargestParts(double seconds, String words) {
        assertThat(Figures.span(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"-0.04, 0.0, ＝", "0.04, 0.0, ＝", "1.25, +1.3, ▲", "-1.25, -1.3, ▼"})
    void whatRoundsToNothingHasNoSign(double number, String signed, String arrow) {
        assertThat(Figures.signed(number, 1)).isEqualTo(signed);
        assertThat(Figures.arrow(Double.parseDouble(signed))).isEqualTo(arrow);
    }
}
