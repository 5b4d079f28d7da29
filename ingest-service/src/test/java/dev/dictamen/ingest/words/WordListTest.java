package dev.dictamen.ingest.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text of words may hold, and what its expressions match. */
class WordListTest {
    @Test
    void aTextHasHeadingsExpressionsAndComments() {
        assertThat(WordList.parse("""
                        # what these are
                        [order]
                        pedido   # the usual one
                          guía

                        [amount]
                        total
                        """))
                .isEqualTo(Map.of("order", List.of("pedido", "guía"), "amount", List.of("total")));
    }

    @ParameterizedTest
    @CsvSource({
        "teléfono(s), telefonos, true",
        "teléfono(s), teléfono, true",
        "teléfono(s), telefonoss, false",
        "llám*, llamame, true",
        "llám*, llám, true",
        "llám*, llam2, false",
        "r.u.t, r.u.t, true",
        "r.u.t, rxuxt, false",
        "mi número, mi numero, true"
    })
    void anExpressionMatches(String expression, String text, boolean matches) {
        assertThat(Pattern.matches(WordList.regex(expression), text)).isEqualTo(matches);
    }

    @Test
    void aHeadingWithNothingUnderItIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordList.of("columns", "no such"))
                .withMessage("words/columns.txt has nothing under [no such]");
    }
}
