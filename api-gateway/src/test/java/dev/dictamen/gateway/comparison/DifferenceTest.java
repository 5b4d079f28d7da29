package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.gateway.comparison.Difference.Direction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newcombe's interval for shares of the same chats, and what may be said of it. */
class DifferenceTest {
    @ParameterizedTest
    @CsvSource({
        "36 12 2 0, 0.2, 0.056930, 0.340428, UP",
        "36 2 12 0, -0.2, -0.340428, -0.056930, DOWN",
        "59 10 9 222, 0.003333, -0.026461, 0.033202, SAME"
    })
    void isPaired(String counts, double value, double low, double high, Direction says) {
        var difference = Difference.of(pairs(counts));

        assertThat(difference.value()).isCloseTo(value, within(1e-6));
        assertThat(difference.low()).isCloseTo(low, within(1e-6));
        assertThat(difference.high()).isCloseTo(high, within(1e-6));
        assertThat(difference.direction()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({"0 9 0 291, 0.03", "0 19 0 0, 1", "300 0 0 0, 0", "0 0 0 300, 0"})
    void ofTooFewNothingIsSaid(String counts, double value) {
        var difference = Difference.of(pairs(counts));

        assertThat(difference.direction()).isEqualTo(Direction.UNKNOWN);
        assertThat(difference.value()).isCloseTo(value, within(1e-12));
        assertThat(difference.low()).isLessThanOrEqualTo(difference.value());
        assertThat(difference.high()).isGreaterThanOrEqualTo(difference.value());
    }

    /** Both, the columns alone, the rows alone, neither. */
    private static ShiftMatrix.Pairs pairs(String counts) {
        var of = Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong).toArray();
        return new ShiftMatrix.Pairs(of[0], of[1], of[2], of[3]);
    }

    @Test
    void ofTenChangedItIs() {
        assertThat(Difference.of(new ShiftMatrix.Pairs(0, 10, 0, 290)).direction())
                .isEqualTo(Direction.UP);
    }

    @Test
    void ofNoChatsThereIsNone() {
        assertThat(Difference.of(new ShiftMatrix.Pairs(0, 0, 0, 0)))
                .isEqualTo(new Difference(null, null, null, Direction.UNKNOWN));
    }
}
