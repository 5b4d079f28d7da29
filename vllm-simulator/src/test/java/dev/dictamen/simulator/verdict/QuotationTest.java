package dev.dictamen.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationTest {
    @Test
    void keepsAShortTextOnOneLine() {
        assertThat(Quotation.around("Listo,\n ya «quedó»", 0)).isEqualTo("«Listo, ya quedó»");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Quotation.around("palabra ".repeat(40), 100))
                .startsWith("«…palabra")
                .endsWith("palabra…»")
                .hasSizeLessThan(70);
    }

    @Test
    void neverCutsACodePointInTwo() {
        var emojis = "😀".repeat(100);
        for (int position = 0; position < emojis.length(); position++) {
            assertThat(Quotation.around(emojis, position).codePoints().filter(Character::isBmpCodePoint))
                    .allMatch(point -> !Character.isSurrogate((char) (int) point));
        }
    }
}
