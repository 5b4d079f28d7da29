package dev.dictamen.ingest.clues;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clue is, and the stretches around them. */
class CluesTest {
    @ParameterizedTest
    @CsvSource({
        "llegó a las 5, DIGIT",
        "5, DIGIT",
        "ana@correo, AT_SIGN",
        "ana arroba correo, AT_WORD",
        "ana ARROBA correo, AT_WORD",
        "ana at home, AT_WORD",
        "ana(At)correo, AT_WORD",
        "ana [arroba] correo, AT_WORD"
    })
    void aClueIsSeen(String text, Clue clue) {
        assertThat(clue.isIn(text)).isTrue();
        assertThat(Clue.isAnyIn(text)).isTrue();
        assertThat(Clues.in(text).meeting(Need.one(clue))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "at",
                "at home",
                "what",
                "look at",
                "arrobas y más arrobas",
                "atención (atenta)",
                "uno dos"
            })
    void mostTextsHaveNone(String text) {
        assertThat(Clue.isAnyIn(text)).isFalse();
        assertThat(Clues.in(text).meeting(Need.digits(1))).isEmpty();
    }

    @Test
    void aStretchIsWhatIsInReachAndEndsWithTheText() {
        assertThat(Clues.in("7" + "x".repeat(50)).meeting(Need.digits(1))).containsExactly(new Stretch(0, 9, 1, 0));
        assertThat(Clues.in("x".repeat(50) + "7").meeting(Need.digits(1))).containsExactly(new Stretch(42, 51, 1, 50));
    }

    @Test
    void stretchesThatMeetAreOne() {
        assertThat(Clues.in("7" + "x".repeat(16) + "8").meeting(Need.digits(1)))
                .containsExactly(new Stretch(0, 18, 2, 17));
        assertThat(Clues.in("7" + "x".repeat(17) + "8").meeting(Need.digits(1)))
                .containsExactly(new Stretch(0, 9, 1, 0), new Stretch(10, 19, 1, 18));
    }

    @Test
    void aStretchWithTooFewMeetsNoNeed() {
        String text = "12" + "x".repeat(30) + "3456";

        assertThat(Clues.in(text).meeting(Need.digits(3))).containsExactly(new Stretch(24, 36, 4, 35));
        assertThat(Clues.in(text).meeting(Need.digits(5))).isEmpty();
    }
}
