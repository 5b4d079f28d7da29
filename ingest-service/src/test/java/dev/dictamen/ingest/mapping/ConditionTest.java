package dev.dictamen.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What each kind of condition takes and what it does not. */
class ConditionTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void aScalarIsComparedAsText() {
        assertHolds("2", 2, "2", 2L, new BigDecimal("2.0"), "2".getBytes(StandardCharsets.UTF_8));
        assertHoldsNot("2", 20, "", null);
        assertHolds("closed", "Closed");
        assertHolds("true", true, 1);
    }

    @Test
    void aListTakesAnyOfItsValues() {
        assertHolds("[0, 1, five]", 0, "1", "FIVE");
        assertHoldsNot("[0, 1, five]", 2, null);
    }

    @Test
    void notTakesNothingToo() {
        assertHolds("{not: [1, 2]}", 3, null);
        assertHoldsNot("{not: 1}", 1, "1");
    }

    @Test
    void boundsAreNotTakenThemselves() {
        assertHolds("{above: 0}", 1, "7", new BigDecimal("0.5"));
        assertHoldsNot("{above: 0}", 0, -1, "many", null);
        assertHolds("{below: 10}", 9, -1);
        assertHoldsNot("{below: 10}", 10, null);
    }

    @Test
    void oneOfTheBitsIsEnough() {
        assertHolds("{bits: 4}", 4, 5, 69L, "12", new BigDecimal(4));
        assertHoldsNot("{bits: 4}", 0, 3, 8, null, "");
        assertHolds("{bits: 6}", 2, 4);
    }

    @Test
    void textIsFoundWhateverTheCase() {
        assertHolds("{contains: '\"whisper\"'}", "{\"WHISPER\":1}");
        assertHoldsNot("{contains: x}", "abc", null);
        assertHolds("{startsWith: re}", "Re: hola");
        assertHoldsNot("{startsWith: re}", "hola, re", null);
    }

    @Test
    void zeroAndBlankAreAbsent() {
        assertHolds("{absent: true}", null, 0, "", "  ");
        assertHoldsNot("{absent: true}", 1, "0", "a");
        assertHolds("{absent: false}", 1, "a");
        assertHoldsNot("{absent: false}", null, 0, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{above: 1, below: 3}",
                "{}",
                "{near: 2}",
                "[[1]]",
                "null",
                "{not: null}",
                "{absent: maybe}",
                "{below: soon}",
                "{bits: 0}",
                "{bits: 1.5}",
                "{contains: [a]}"
            })
    void whatIsNoConditionIsRefused(String yaml) {
        assertThatThrownBy(() -> condition(yaml)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allConditionsOfARowMustHold() {
        var conditions = Conditions.of(YAML.readTree("{status: 2, kind: [a, b]}"));

        assertThat(conditions.hold(Map.<String, Object>of("status", 2, "kind", "b")::get))
                .isTrue();
        assertThat(conditions.hold(Map.<String, Object>of("status", 2, "kind", "c")::get))
                .isFalse();
        assertThat(conditions.hold(Map.<String, Object>of("status", 2)::get)).isFalse();
    }

    private static void assertHolds(String yaml, @Nullable Object... values) {
        for (@Nullable Object value : values) {
            assertThat(condition(yaml).holds(value)).as("%s %s", yaml, value).isTrue();
        }
    }

    private static void assertHoldsNot(String yaml, @Nullable Object... values) {
        for (@Nullable Object value : values) {
            assertThat(condition(yaml).holds(value)).as("%s %s", yaml, value).isFalse();
        }
    }

    private static Condition condition(String yaml) {
        return Condition.of(YAML.readTree(yaml));
    }
}
