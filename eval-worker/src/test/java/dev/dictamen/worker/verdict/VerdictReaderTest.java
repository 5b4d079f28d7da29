package dev.dictamen.worker.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.testing.Conversations;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReaderTest {
    private static final ClosedChat CHAT = Conversations.polite("chat-1");
    private static final String GOOD = """
            {"reason": "El agente respondió con rapidez y resolvió la duda del cliente.",
             "improvement": "Puede confirmar al final si queda algo pendiente.", "key_messages": [1, 2], "score": "good"}""";

    @Test
    void aVerdictThatObeysEveryRuleIsTakenAsItIs() {
        var verdict = valid(GOOD);

        assertThat(verdict.score()).isEqualTo(Score.GOOD);
        assertThat(verdict.reason()).startsWith("El agente respondió");
        assertThat(verdict.keyMessages()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF%s",
                "```json\n%s\n```",
                "Claro, aquí está:\n%s\nEspero que sirva.",
                "  %s  ",
                "{\"borrador\": 1}\n%s"
            })
    void whatStandsAroundTheObjectIsNoReasonToAskAgain(String around) {
        assertThat(valid(around.formatted(GOOD)).score()).isEqualTo(Score.GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "'[2, 1, 2]', '1,2', INDEX_DUPLICATE",
        "'[1, 9]', '1', INDEX_OUT_OF_RANGE",
        "'[1, 99999999999]', '1', INDEX_OUT_OF_RANGE",
        "'[-1]', '', INDEX_NEGATIVE",
        "'[1.5]', '', INDEX_FRACTIONAL",
        "'[0, 2]', '2', INDEX_OF_ANOTHER_ROLE",
        "'[null]', '', INDEX_NO_NUMBER",
        "'[\"1\", 2]', '2', INDEX_NO_NUMBER",
    })
    void anIndexThatNamesNoMessageOfTheAgentIsDroppedAndCounted(String given, String kept, Salvage counted) {
        var reading = reading(GOOD.replace("[1, 2]", given));

        assertThat(reading.verdict().keyMessages())
                .map(String::valueOf)
                .isEqualTo(kept.isEmpty() ? List.of() : List.of(kept.split(",")));
        assertThat(reading.mended()).containsExactly(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Good\"", "\" good\\n\"", "\"'good'\"", "\"\\\"GOOD\\\"\""})
    void aScoreInAnotherSpellingIsStillThatScore(String spelling) {
        var reading = reading(GOOD.replace("\"good\"", spelling));

        assertThat(reading.verdict().score()).isEqualTo(Score.GOOD);
        assertThat(reading.mended()).containsExactly(Salvage.SCORE_SPELLING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"good\"      | \"excelente\"  | score",
                "\"good\"      | 4              | score",
                "\"good\"      | null           | score",
                "\"good\"      | [\"good\"]     | score",
                "[1, 2]        | \"1\"          | key_messages",
                "[1, 2]        | null           | key_messages",
            })
    void aBrokenRuleIsNamedExactly(String rule, String broken, String says) {
        assertThat(errors(GOOD.replace(rule, broken)))
                .anySatisfy(error -> assertThat(error).contains(says));
    }

    @Test
    void textsAreMeasuredInCharactersNotInUnits() {
        var words = IntStream.range(100, 225)
                .mapToObj(number -> "é" + number)
                .collect(Collectors.joining(" ", "El agente de la tienda atendió los pedidos ", ""));
        var reason = words.substring(0, Verdict.MAX_REASON - 1) + "👍";

        assertThat(reading(withReason(reason)).mended()).isEmpty();
        assertThat(reading(withReason(reason + "x")).mended()).containsExactly(Salvage.REASON_CUT);
    }

    @Test
    void aReasonTooLongEndsWithItsLastWholeSentence() {
        var sentences = IntStream.range(0, 20)
                .mapToObj("El agente respondió a la duda %d del cliente. "::formatted)
                .collect(Collectors.joining());

        assertThat(valid(withReason(sentences)).reason())
                .hasSizeBetween(Verdict.MAX_REASON / 2, Verdict.MAX_REASON)
                .endsWith("cliente.");
    }

    @Test
    void fieldsThatNobodyAskedForAreIgnored() {
        assertThat(reading(GOOD.replace("{\"reason\"", "{\"confianza\": 1, \"reason\""))
                        .mended())
                .isEmpty();
    }

    @Test
    void anObjectAfterTheVerdictThatIsNoneDoesNotReplaceIt() {
        assertThat(valid(GOOD + " {\"fin\": true}").score()).isEqualTo(Score.GOOD);
    }

    @Test
    void anEnglishReasonIsNotTaken() {
        var english =
                "{\"reason\": \"The agent was very slow and the customer had to wait for the answer.\", \"improvement\":"
                        + " \"He should greet the customer and answer in time.\", \"key_messages\": [1], \"score\": \"bad\"}";

        assertThat(errors(english))
                .containsExactly("reason: debe estar en español", "improvement: debe estar en español");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no sé", "{\"reason\": \"a medias", "[1, 2]", "{]", "<html></html>"})
    void whatIsNoObjectIsAnError(String answer) {
        assertThat(VerdictReader.read(answer, CHAT)).isInstanceOf(VerdictReading.Invalid.class);
        assertThat(VerdictReader.read(null, CHAT)).isInstanceOf(VerdictReading.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "\u00A0\u200B"})
    void aTextWithoutAWordIsNone(String empty) {
        assertThat(errors(withReason(empty))).containsExactly("reason: falta el texto");
    }

    /** Half a surrogate pair could be neither published nor stored. */
    @ParameterizedTest
    @ValueSource(strings = {"\\uD83D", "\\u0000"})
    void whatIsNoTextIsAnError(String escape) {
        assertThat(errors(withReason("El agente respondió " + escape)))
                .containsExactly("reason: contiene caracteres que no son texto");
    }

    @Test
    void twoVerdictsThatContradictEachOtherAreNone() {
        assertThat(errors(GOOD + "\n" + GOOD.replace("\"good\"", "\"bad\"")))
                .containsExactly("la respuesta contiene dos veredictos distintos");
    }

    @Test
    void theSameVerdictTwiceIsOne() {
        assertThat(valid(GOOD + "\n" + GOOD).score()).isEqualTo(Score.GOOD);
    }

    @Test
    void aKeyGivenTwiceIsNoVerdict() {
        assertThat(errors(GOOD.replace("\"score\": \"good\"", "\"score\": \"good\", \"score\": \"bad\"")))
                .containsExactly("la respuesta no contiene un objeto JSON completo");
    }

    @Test
    void bracesInATextAndAroundTheObjectDoNoHarm() {
        var answer = "{no} " + withReason("El agente envió {nombre} y } sin rellenar la plantilla.") + " }";

        assertThat(valid(answer).reason()).contains("{nombre}");
    }

    @Test
    void anErrorNeverRepeatsWhatMayBeTextOfTheChat() {
        assertThat(errors(GOOD.replace("\"good\"", "\"mi tarjeta es 4111 1111 1111 1111\""))
                        .getFirst())
                .doesNotContain("4111");
    }

    @Test
    void aRunawayOfBracesIsGivenUpSoon() {
        assertThat(VerdictReader.read("{".repeat(20_000), CHAT)).isInstanceOf(VerdictReading.Invalid.class);
        assertThat(VerdictReader.read("{\"a\":".repeat(20_000), CHAT)).isInstanceOf(VerdictReading.Invalid.class);
    }

    private static String withReason(String reason) {
        return GOOD.replace("El agente respondió con rapidez y resolvió la duda del cliente.", reason);
    }

    private static Verdict valid(String answer) {
        return reading(answer).verdict();
    }

    private static VerdictReading.Valid reading(String answer) {
        var reading = VerdictReader.read(answer, CHAT);
        assertThat(reading).isInstanceOf(VerdictReading.Valid.class);
        return (VerdictReading.Valid) reading;
    }

    private static List<String> errors(String answer) {
        var reading = VerdictReader.read(answer, CHAT);
        assertThat(reading).isInstanceOf(VerdictReading.Invalid.class);
        return ((VerdictReading.Invalid) reading).errors();
    }
}
