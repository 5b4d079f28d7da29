package dev.dictamen.gateway.comparison;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Agreement beyond chance, where grades that lie closer together agree more (Cohen 1968), with its 95 % interval (Fleiss, Cohen and Everitt
 * 1969).
 *
 * @param value 1 for full agreement, 0 for that of chance
 * @param low null for fewer chats than an interval can be had of, as {@code high} is
 */
record WeightedKappa(
        double value, @Nullable Double low, @Nullable Double high) {
    private static final long FEWEST_FOR_INTERVAL = 50;
    private static final double QUANTILE = 1.959963984540054;
    private static final double ALL_BUT_ONE = 1 - 1e-12;
    private static final int FARTHEST = ShiftMatrix.SIZE - 1;

    /** Null of no chats, and where chance alone would agree in all. */
    static @Nullable WeightedKappa linear(ShiftMatrix matrix) {
        return new Weighting(matrix, distance -> 1 - (double) distance / FARTHEST).kappa();
    }

    /** Null of no chats, and where chance alone would agree in all. */
    static @Nullable WeightedKappa quadratic(ShiftMatrix matrix) {
        return new Weighting(matrix, distance -> 1 - (double) (distance * distance) / (FARTHEST * FARTHEST)).kappa();
    }

    /**
     * A matrix under weights.
     *
     * @param weight of two grades by how far apart they are
     */
    private record Weighting(ShiftMatrix matrix, IntToDoubleFunction weight) {
        /** A term of a sum over all cells, indices from 0. */
        private interface Term {
            double at(int row, int column);
        }

        private static double sum(Term term) {
            double sum = 0;
            for (int row = 0; row < ShiftMatrix.SIZE; row++) {
                for (int column = 0; column < ShiftMatrix.SIZE; column++) {
                    sum += term.at(row, column);
                }
            }
            return sum;
        }

        private double weight(int row, int column) {
            return weight.applyAsDouble(Math.abs(row - column));
        }

        @Nullable
        WeightedKappa kappa() {
            if (matrix.total() == 0) {
                return null;
            }
            double observed = sum((row, column) -> matrix.share(row, column) * weight(row, column));
            double expected =
                    sum((row, column) -> matrix.rowShare(row) * matrix.columnShare(column) * weight(row, column));
            if (expected > ALL_BUT_ONE) {
                return null;
            }
            double kappa = (observed - expected) / (1 - expected);
            if (matrix.total() < FEWEST_FOR_INTERVAL) {
                return new WeightedKappa(kappa, null, null);
            }
            double half = QUANTILE * Math.sqrt(variance(kappa, expected));
            return new WeightedKappa(kappa, Math.max(-1, kappa - half), Math.min(1, kappa + half));
        }

        private double variance(double kappa, double expected) {
            double squares = sum((row, column) -> {
                double mean = rowWeight(row) + columnWeight(column);
                return matrix.share(row, column) * square(weight(row, column) - mean * (1 - kappa));
            });
            double variance = squares - square(kappa - expected * (1 - kappa));
            return Math.max(0, variance) / (matrix.total() * square(1 - expected));
        }

        private double rowWeight(int row) {
            double sum = 0;
            for (int column = 0; column < ShiftMatrix.SIZE; column++) {
                sum += weight(row, column) * matrix.columnShare(column);
            }
            return sum;
        }

        private double columnWeight(int column) {
            double sum = 0;
            for (int row = 0; row < ShiftMatrix.SIZE; row++) {
                sum += weight(row, column) * matrix.rowShare(row);
            }
            return sum;
        }

        private static double square(double value) {
            return value * value;
        }
    }
}
