package dev.dictamen.worker.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShorteningTest {
    @Test
    void aTextThatFitsIsLeftAlone() {
        assertThat(Shortening.to(5, "¡Hola")).isEqualTo("¡Hola");
    }

    @Test
    void theCutIsAfterTheLastSentenceThatFits() {
        assertThat(Shortening.to(30, "Costó 3.50 euros. Fue «caro.» Muy caro."))
                .isEqualTo("Costó 3.50 euros. Fue «caro.»");
    }

    @Test
    void withoutASentenceInTheSecondHalfTheCutIsAfterAWord() {
        assertThat(Shortening.to(20, "No. Esperó demasiado tiempo")).isEqualTo("No. Esperó…");
    }

    @Test
    void aWordWithoutEndIsCutWithinTheLimitAndNeverInsideACharacter() {
        assertThat(Shortening.to(4, "👍👍👍👍👍")).isEqualTo("👍👍👍…");
    }
}
