package dev.dictamen.ingest.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last word of several lists, as one expression of all of them would find it. */
class WordIndexTest {
    private static final long SEED = 20261128;
    private static final Map<String, WordList> MEANINGS = meanings();

    private final WordIndex<String> index = new WordIndex<>(MEANINGS);

    private static Map<String, WordList> meanings() {
        var meanings = new LinkedHashMap<String, WordList>();
        for (String heading : new String[] {"phone", "dni", "cedula", "reference", "unit"}) {
            meanings.put(heading, WordList.of("personal-data", heading));
        }
        return meanings;
    }

    @ParameterizedTest
    @CsvSource({
        "mi teléfono, phone",
        "MI TELEFONO y mi DNI, dni",
        "su dni o su tarjeta de identidad:, cedula",
        "Órdenes, reference",
        "5 %, unit",
        "pedidos2 cel, phone",
        "llámenme al, phone"
    })
    void theLastWordTells(String text, String meaning) {
        assertThat(index.last(text, 0, text.length())).contains(meaning);
    }

    @ParameterizedTest
    @CsvSource({"hola", "celda", "2cel", "undni", "''"})
    void noWordTellsNothing(String text) {
        assertThat(index.last(text, 0, text.length())).isEmpty();
    }

    @Test
    void aWordMustStandWholeBetweenTheEnds() {
        assertThat(index.last("mi celular", 4, 10)).isEmpty();
        assertThat(index.last("cel y celular", 0, 9)).contains("phone");
        assertThat(index.last("mi celular", 0, 6)).isEmpty();
    }

    @Test
    void itFindsWhatOneExpressionOfAllFinds() {
        var random = new Random(SEED);
        String[] parts =
                ("tel telf telefono teléfonos tarjeta de identidad identidad dni d.n.i. doc documento c. c cc ced cel"
                                + " llam llamarme mi num número my number pedido Órden order ref códigos text me % km ñ 1 22 - _ , . x")
                        .split(" ", -1);
        for (int turn = 0; turn < 5_000; turn++) {
            var text = new StringBuilder();
            for (int part = 0; part < 8; part++) {
                text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            int start = random.nextInt(12);
            int end = Math.max(start, text.length() - random.nextInt(5));
            assertThat(index.last(text, start, end))
                    .as("seed %d: \"%s\" from %d to %d", SEED, text, start, end)
                    .isEqualTo(lastOfOneExpression(text, start, end));
        }
    }

    private static Optional<String> lastOfOneExpression(CharSequence text, int start, int end) {
        var alternatives = new StringBuilder();
        MEANINGS.forEach((heading, words) -> alternatives.append("|(?<" + heading + ">" + words.regex() + ")"));
        var words = Pattern.compile(
                        "(?<![\\p{L}\\d])(?:" + alternatives.substring(1) + ")(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .region(start, end)
                .useTransparentBounds(true);
        Optional<String> last = Optional.empty();
        while (words.find()) {
            last = MEANINGS.keySet().stream()
                    .filter(heading -> words.group(heading) != null)
                    .findFirst();
        }
        return last;
    }
}
