package dev.dictamen.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {
    @ParameterizedTest
    @CsvSource({
        "hola, true",
        "hola buenas, true",
        "caracola, false",
        "maravilla, true",
        "maravillosamente, true",
        "muchas gracias, true",
        "gracias, true",
        "cansada, true",
        "canso, false",
        "alo?, true",
        "alo, false",
        "un apunte, false"
    })
    void wordsAreFoundAsTheFileWritesThem(String text, boolean found) {
        assertThat(WordList.read(WordListTest.class, "sample").isIn(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"esta confirmado, true", "no confirmado, false", "not confirmado, false", "no esta confirmado, false"})
    void whatIsDeniedIsNotFoundWhereThatCounts(String text, boolean found) {
        assertThat(WordList.readUndenied(WordListTest.class, "denied").isIn(text))
                .isEqualTo(found);
    }

    @Test
    void eachWordIsFoundAsOftenAsItStandsThere() {
        assertThat(WordList.read(WordListTest.class, "sample").allIn("hola, hola y muchas gracias, caracola"))
                .containsExactly("hola", "hola", "muchas gracias");
    }

    @ParameterizedTest
    @CsvSource({"hola a todos, true", "¡¡ hola, true", "y hola, false", "holas, false"})
    void aTextOpensWithAWordOrNot(String text, boolean opens) {
        assertThat(WordList.read(WordListTest.class, "sample").opens(text)).isEqualTo(opens);
    }

    @Test
    void aListThatIsAbsentEmptyOrNotUnderstoodIsNamed() {
        for (var name : List.of("absent", "empty", "broken")) {
            assertThatThrownBy(() -> WordList.read(WordListTest.class, name))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("word list " + name);
        }
    }
}
