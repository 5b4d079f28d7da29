package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Agreement beyond chance. */
class WeightedKappaTest {
    @Test
    void linearOfTheWorkedExample() {
        assertIs(WeightedKappa.linear(WorkedExample.MATRIX), 0.800373, 0.755348, 0.845399);
    }

    @Test
    void quadraticOfTheWorkedExample() {
        assertIs(WeightedKappa.quadratic(WorkedExample.MATRIX), 0.888398, 0.856277, 0.920520);
    }

    private static void assertIs(@Nullable WeightedKappa found, double value, double low, double high) {
        var kappa = Objects.requireNonNull(found);
        assertThat(kappa.value()).isCloseTo(value, within(1e-6));
        assertThat(kappa.low()).isCloseTo(low, within(1e-6));
        assertThat(kappa.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void ofFewerThanFiftyChatsItHasNoInterval() {
        var few = Objects.requireNonNull(WeightedKappa.linear(WorkedExample.matrix("24 0 / 1 24")));
        var enough = Objects.requireNonNull(WeightedKappa.linear(WorkedExample.matrix("24 0 / 2 24")));

        assertThat(few.low()).isNull();
        assertThat(few.high()).isNull();
        assertThat(enough.low()).isLessThan(enough.value());
        assertThat(enough.high()).isBetween(enough.value(), 1.0);
    }

    @Test
    void fullAgreementIsOneAndFullDisagreementIsBelowChance() {
        assertThat(WeightedKappa.linear(WorkedExample.matrix("30 0 / 0 30"))).isEqualTo(new WeightedKappa(1, 1.0, 1.0));
        assertThat(Objects.requireNonNull(WeightedKappa.linear(WorkedExample.matrix("0 30 / 30 0")))
                        .value())
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void whereChanceAgreesInAllOrThereIsNothingThereIsNone() {
        assertThat(WeightedKappa.linear(WorkedExample.matrix("0 0 / 0 90"))).isNull();
        assertThat(WeightedKappa.quadratic(WorkedExample.matrix("0 0 / 0 90"))).isNull();
        assertThat(WeightedKappa.linear(WorkedExample.EMPTY)).isNull();
    }
}
