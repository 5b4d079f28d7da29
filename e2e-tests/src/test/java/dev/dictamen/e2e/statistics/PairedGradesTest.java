package dev.dictamen.e2e.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Examples whose results were computed elsewhere. */
class PairedGradesTest {
    private static final Offset<Double> SIX_DIGITS = within(5e-7);
    private static final int[][] LIVE_AND_REPLAY = {
        {20, 5, 1, 0, 0}, {4, 30, 8, 1, 0}, {1, 7, 60, 12, 1}, {0, 1, 10, 80, 9}, {0, 0, 2, 8, 40}
    };

    @Test
    void agreementOfThreeHundredChats() {
        var grades = of(LIVE_AND_REPLAY);

        assertThat(grades.shareWithin(0)).isCloseTo(0.766667, SIX_DIGITS);
        assertThat(grades.shareWithin(1)).isCloseTo(0.976667, SIX_DIGITS);
        assertThat(grades.flipped()).isEqualTo(70);
        assertThat(grades.meanOfFirst()).isCloseTo(3.35, SIX_DIGITS);
        assertThat(grades.meanOfSecond()).isCloseTo(3.36, SIX_DIGITS);
        assertAlike(grades.kappaLinear(), new Interval(0.800373, 0.755348, 0.845399));
        assertAlike(grades.kappaQuadratic(), new Interval(0.888398, 0.856277, 0.920520));
    }

    @Test
    void aMatrixIsTheOneThatItWasMadeOf() {
        var matrix = of(LIVE_AND_REPLAY).matrix();

        for (int row = 0; row < matrix.size(); row++) {
            assertThat(matrix.get(row).stream().mapToInt(Long::intValue)).containsExactly(boxed(LIVE_AND_REPLAY[row]));
        }
    }

    @Test
    void aShareHasWilsonsInterval() {
        assertAlike(Interval.ofShare(15, 148), new Interval(15.0 / 148, 0.062386, 0.160487));
        assertAlike(Interval.ofShare(0, 20), new Interval(0, 0, 0.161125));
    }

    @Test
    void aDifferenceHasNewcombesIntervalForPairs() {
        int[][] bothFirstOnlySecondOnly = {{36, 2, 0, 0, 0}, {12, 0, 0, 0, 0}, {}, {}, {}};

        assertAlike(of(bothFirstOnlySecondOnly).difference(1), new Interval(0.2, 0.056930, 0.340428));
        assertThat(of(bothFirstOnlySecondOnly).changed(1)).isEqualTo(14);
    }

    private static void assertAlike(Interval found, Interval expected) {
        assertThat(found.value()).isCloseTo(expected.value(), SIX_DIGITS);
        assertThat(found.low()).isCloseTo(expected.low(), SIX_DIGITS);
        assertThat(found.high()).isCloseTo(expected.high(), SIX_DIGITS);
    }

    private static PairedGrades of(int[][] matrix) {
        var pairs = new ArrayList<Pair>();
        for (int first = 0; first < matrix.length; first++) {
            for (int second = 0; second < matrix[first].length; second++) {
                pairs.addAll(Collections.nCopies(matrix[first][second], new Pair(first + 1, second + 1)));
            }
        }
        return new PairedGrades(pairs);
    }

    private static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }
}
