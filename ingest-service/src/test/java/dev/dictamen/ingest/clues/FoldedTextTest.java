package dev.dictamen.ingest.clues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What folding changes, and that every character is found again in the original. */
class FoldedTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "mañana a las 10:30, ¿sí?", "你好", "gracias 😀", "a\uD83D"})
    void aTextThatIsPlainIsNotCopied(String plain) {
        assertThat(FoldedText.of(plain).text()).isSameAs(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "nº\u00A012, n. 12",
        "\uFF21\uFF11, A1",
        "\u0661\u0662\u0663, 123",
        "\uD835\uDFD81, 01",
        "4\uFE0F\u20E3\u200B5, 45",
        "5\u20136\u22127, 5-6-7",
        "a\u00ADb\u001Ec, ab c"
    })
    void everyWayOfWritingBecomesOne(String written, String folded) {
        assertThat(FoldedText.of(written).text()).isEqualTo(folded);
    }

    @Test
    void everyCharacterKnowsWhereItStood() {
        var folded = FoldedText.of("tel 4\uFE0F\u20E35 \uD835\uDFDB!");

        assertThat(folded.text()).isEqualTo("tel 45 3!");
        assertThat(IntStream.rangeClosed(0, folded.text().length()).map(folded::origin))
                .containsExactly(0, 1, 2, 3, 4, 7, 8, 9, 11, 12);
        assertThat(folded.originalLength()).isEqualTo(12);
    }
}
