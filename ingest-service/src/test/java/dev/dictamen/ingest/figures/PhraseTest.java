package dev.dictamen.ingest.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How phrases are looked for. */
class PhraseTest {
    @ParameterizedTest
    @CsvSource({
        "crédito, pido un credito hoy, true",
        "Crédito, pido un crédito hoy, true",
        "credito, pido un crédito hoy, false",
        "cita, solicitar, true",
        "oferta > 24, la oferta en menos de 24 horas, true",
        "oferta > 24, en 24 horas la oferta, false",
        "aa > aa, aaa, false",
        "aa > aa, aaaa, true",
        "pre-aprobación, la pre-aprobacion, true",
        "niño, nino, false",
        "oferta, of, false",
        "oferta, '', false"
    })
    void aPhraseIsFoundWhereItsPartsStandInTheirOrder(String phrase, String said, boolean isFound) {
        assertThat(Phrase.of(phrase).isIn(said)).isEqualTo(isFound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ">", "a >", "> a", "a > > b"})
    void aPartThatIsEmptyIsRefused(String phrase) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.of(phrase))
                .withMessageContaining("'" + phrase + "'");
    }

    @Test
    void aPhraseHasABound() {
        assertThat(Phrase.of("a".repeat(100)).parts()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Phrase.of("a".repeat(101)));
    }

    @Test
    void textsThatAlmostFitEverywhereAreReadInTheirTurn() {
        var almost = "a".repeat(Spoken.MOST);

        assertThat(Phrase.of("a".repeat(99) + "b").isIn(almost)).isFalse();
        assertThat(Phrase.of("a > a > a > a > a > b").isIn(almost)).isFalse();
    }
}
