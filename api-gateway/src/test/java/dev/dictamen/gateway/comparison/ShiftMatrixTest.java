package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts and means of a matrix of grades. */
class ShiftMatrixTest {
    @Test
    void countsHowFarGradesLieApart() {
        assertThat(WorkedExample.MATRIX.total()).isEqualTo(300);
        assertThat(WorkedExample.MATRIX.within(0)).isEqualTo(230);
        assertThat(WorkedExample.MATRIX.within(1)).isEqualTo(293);
    }

    @Test
    void eachSideHasItsMean() {
        assertThat(WorkedExample.MATRIX.rowMean()).isCloseTo(3.35, within(1e-12));
        assertThat(WorkedExample.MATRIX.columnMean()).isCloseTo(3.36, within(1e-12));
    }

    @Test
    void rowsAndColumnsAreNotConfused() {
        var matrix = ShiftMatrix.of(List.of(new ShiftMatrix.Cell(1, 2, 3), new ShiftMatrix.Cell(1, 2, 4)));

        assertThat(matrix.rows().getFirst()).containsExactly(0L, 7L, 0L, 0L, 0L);
        assertThat(matrix.pairs(Score.BAD)).isEqualTo(new ShiftMatrix.Pairs(0, 7, 0, 0));
        assertThat(matrix.pairs(Score.HORRIBLE)).isEqualTo(new ShiftMatrix.Pairs(0, 0, 7, 0));
        assertThat(matrix.pairs(Score.GREAT)).isEqualTo(new ShiftMatrix.Pairs(0, 0, 0, 7));
    }

    @Test
    void ofNoChatsThereIsNoMean() {
        assertThat(WorkedExample.EMPTY.total()).isZero();
        assertThat(WorkedExample.EMPTY.rowMean()).isNull();
        assertThat(WorkedExample.EMPTY.columnMean()).isNull();
    }
}
