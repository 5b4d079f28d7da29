package dev.dictamen.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What cleaning leaves of a text; a line end is shown as a bar. */
class CleanStepTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @CsvSource(textBlock = """
            hola,                                           hola
            '<p>uno</p><p>dos</p>',                         uno|dos
            '<p>uno</p> <p>dos</p>',                        uno|dos
            'uno<br>dos<br/>tres',                          uno|dos|tres
            '<p>uno<br></p>dos',                            uno|dos
            '<p>uno</p><br><p>dos</p>',                     uno||dos
            '<blockquote>antes</blockquote>ahora',          antes|ahora
            '<ul><li>a</li><li>b</li></ul>c',               a|b|c
            '<table><tr><td>a</td><td>b</td></tr></table>', a|b
            '<b>gr</b>an <i>d</i>',                         gran d
            'ma&ntilde;ana 2 &lt; 3 &amp; 4',               mañana 2 < 3 & 4
            '<script>alert(1)</script>hola<!-- no -->',     hola
            '<p>sin cerrar',                                sin cerrar
            '<p> </p>',                                     ''
            """)
    void htmlBecomesWhatAReaderSees(String html, String seen) {
        assertThat(CleanStep.of(YAML.readTree("html")).apply(html)).isEqualTo(seen.replace('|', '\n'));
    }

    @Test
    void everyMatchOfAPatternIsReplacedAndTheReplacementIsTakenAsItIs() {
        var step = CleanStep.of(YAML.readTree("{pattern: '^\\*[^*]+:\\*\\n', replacement: '$1 '}"));

        assertThat(step.apply("*Ana:*\nhola *b:*\n")).isEqualTo("$1 hola *b:*\n");
    }

    /** Java's own engine overflows its stack on the first and does not end on the others. */
    @ParameterizedTest
    @CsvSource({"(\\s|&nbsp;)+, ' '", "(a+)+$, a", "(a|aa)+$, a", "(.*a){20}, a"})
    void noTextMakesAPatternRunAwayOrOverflow(String pattern, String repeated) {
        var step = CleanStep.of(YAML.readTree("{pattern: '" + pattern + "', replacement: ''}"));
        var hostile = "Hola" + repeated.repeat(8_000) + "fin";

        assertThat(step.apply(hostile)).endsWith("fin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a(?=b)", "(?<!a)b", "(a)\\1", "a++", "(?>a)"})
    void whatALinearEngineCannotDoIsNamed(String pattern) {
        assertThatThrownBy(() -> CleanStep.of(YAML.readTree("{pattern: '" + pattern + "', replacement: ''}")))
                .hasMessageContaining("the pattern " + pattern + " cannot be used")
                .hasMessageContaining("no look-ahead or look-behind");
    }

    @Test
    void aStepIsForAllMessagesOrForThoseOfWhichSomethingHolds() {
        var forAll = CleanRule.of(YAML.readTree("html"));
        var forSome = CleanRule.of(YAML.readTree("{step: html, when: {format: html}}"));

        assertThat(forAll).isEqualTo(new CleanRule(new CleanStep.Html(), null));
        assertThat(forSome.step()).isEqualTo(forAll.step());
        assertThat(forSome.columns()).containsExactly("format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "markdown",
                "{pattern: a}",
                "{pattern: '(', replacement: ''}",
                "{pattern: a, replacement: b, flags: i}",
                "{step: html}",
                "{step: html, when: {}}",
                "{step: html, if: {format: html}}"
            })
    void whatIsNoStepIsRefused(String yaml) {
        assertThatThrownBy(() -> CleanRule.of(YAML.readTree(yaml))).isInstanceOf(IllegalArgumentException.class);
    }
}
