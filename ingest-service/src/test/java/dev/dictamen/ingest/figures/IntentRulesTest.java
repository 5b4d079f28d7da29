package dev.dictamen.ingest.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of intents is understood whole, or refused with what is wrong in it. */
class IntentRulesTest {
    private static final String YAML = """
            csatTarget: 4.5
            weights: {frequency: 0.4, unresolved: 0.3, csatGap: 0.2, effort: 0.1}
            intents:
              - {name: refund, tool: Refund Wizard, effort: 1, phrases: [reembolso, dinero > vuelta]}
              - {name: delivery, tool: Tracker, effort: 2, phrases: []}
            """;

    @TempDir
    private Path folder;

    @Test
    void withoutAPathTheBuiltInOnesAreTaken() {
        assertThat(IntentRules.of("")).isEqualTo(IntentRules.builtIn());
        assertThat(IntentRules.builtIn().intents()).hasSize(8);
    }

    @Test
    void aFileIsReadWhereOneIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("mine.yml"), YAML);

        var rules = IntentRules.of(file.toString());

        assertThat(rules.weights().frequency()).isEqualTo(0.4);
        assertThat(rules.intents()).extracting(IntentRule::name).containsExactly("refund", "delivery");
        assertThat(rules.intents().getFirst().phrases())
                .containsExactly(Phrase.of("reembolso"), Phrase.of("dinero > vuelta"));
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntentRules.of(folder.resolve("none.yml").toString()))
                .withMessageContainingAll("REPLAY_INTENTS", "none.yml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csatTarget: 4.5 | csatTarget: 9   | csatTarget is 9.0, but must be 1 to 5",
                "csatTarget: 4.5 | csatTarget: 0.9 | csatTarget is 0.9, but must be 1 to 5",
                "effort: 2       | effort: 2, efort: 3 | intents[1].efort: there is no such key; nearest: effort",
                "csatTarget: 4.5 | ''              | csatTarget: Missing required",
                "effort: 0.1     | effort: 0.2     | weights: the weights sum to 1.0999",
                "effort: 0.1     | effort: -0.1    | weights: a weight is negative or no number",
                "effort: 1       | effort: 4       | intents[0]: effort is 4, but must be 1, 2 or 3",
                "name: refund    | name: ' '       | intents[0]: name is ' '",
                "name: refund    | name: delivery  | the intent delivery is there twice",
                "dinero > vuelta | dinero >        | intents[0].phrases[1]: the phrase 'dinero >'",
                "tool: Tracker   | nothing: here   | intents[1]",
                "csatTarget: 4.5 | '{'             | line "
            })
    void whatIsWrongIsNamed(String right, String wrong, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntentRules.parse(YAML.replace(right, wrong), "mine.yml"))
                .withMessageStartingWith("the intents mine.yml are not understood: ")
                .withMessageContaining(problem);
    }

    @Test
    void thereAreBounds() {
        var phrases = YAML.replace("phrases: []", "phrases: [" + "a, ".repeat(101) + "]");
        var intents = new StringBuilder(YAML);
        for (int n = 0; n < 99; n++) {
            intents.append("  - {name: n").append(n).append(", tool: t, effort: 1, phrases: []}\n");
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntentRules.parse(phrases, "mine.yml"))
                .withMessageContaining("intents[1]: 101 phrases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntentRules.parse(intents.toString(), "mine.yml"))
                .withMessageContaining("101 intents");
    }
}
