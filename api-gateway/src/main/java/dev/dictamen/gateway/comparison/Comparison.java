package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Score;
import dev.dictamen.contract.replay.ReplayReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run and the one that it is compared with, side by side.
 *
 * @param compared chats that both scored: all figures are of these
 * @param onlyInRun chats that the run scored and the other did not, or at another revision
 * @param onlyInWith the same for the other
 * @param matrix rows are the grades of the run compared with, columns those of the run, from horrible to great
 * @param customers null where no customer said anything
 * @param figures what the source tells of the run's chats; null while unknown, and for who does not see all of them
 */
record Comparison(
        Named run,
        Named with,
        long compared,
        long onlyInRun,
        long onlyInWith,
        List<List<Long>> matrix,
        List<ScoreShares> shares,
        Agreement agreement,
        Means means,
        Sides<Usage> usage,
        Composite composite,
        @Nullable Customers customers,
        ReplayReport.@Nullable Figures figures) {

    /** Something of each side. */
    record Sides<T>(T with, T run) {}

    /**
     * A run and what its chats were asked with; null where that is not known or not the same for all.
     *
     * @param name what people call it
     * @param simulated whether a simulator answered for one of the compared chats
     */
    record Named(
            String id,
            String name,
            @Nullable String promptVersion,
            @Nullable String model,
            boolean simulated) {}

    /** How often each side gave a grade. */
    record ScoreShares(Score score, Share with, Share run, Difference difference) {
        static ScoreShares of(ShiftMatrix matrix, Score score) {
            ShiftMatrix.Pairs pairs = matrix.pairs(score);
            return new ScoreShares(
                    score,
                    Share.of(pairs.both() + pairs.row(), pairs.total()),
                    Share.of(pairs.both() + pairs.column(), pairs.total()),
                    Difference.of(pairs));
        }
    }

    /**
     * How far the grades agree.
     *
     * @param exact share of chats with the same grade; null of no chats
     * @param withinOne share of chats whose grades are neighbours or the same; null of no chats
     * @param flipped chats whose grades differ
     * @param enough whether the chats are so many that this says something
     */
    record Agreement(
            @Nullable Double exact,
            @Nullable Double withinOne,
            long flipped,
            @Nullable WeightedKappa kappaLinear,
            @Nullable WeightedKappa kappaQuadratic,
            boolean enough) {
        static Agreement of(ShiftMatrix matrix) {
            return new Agreement(
                    matrix.shareWithin(0),
                    matrix.shareWithin(1),
                    matrix.total() - matrix.within(0),
                    WeightedKappa.linear(matrix),
                    WeightedKappa.quadratic(matrix),
                    Share.isEnough(matrix.total()));
        }
    }

    /** Mean grades, 1 to 5, and by how much the run's is higher; null of no chats. */
    record Means(
            @Nullable Double with,
            @Nullable Double run,
            @Nullable Double delta) {
        static Means of(ShiftMatrix matrix) {
            Double with = matrix.rowMean();
            Double run = matrix.columnMean();
            return new Means(with, run, with == null || run == null ? null : run - with);
        }
    }

    /**
     * What the verdicts of one side took.
     *
     * @param tokensIn of all chats together, as the other tokens; null where none says
     * @param seconds mean time from start to verdict; null of no chats
     */
    record Usage(
            @Nullable Long tokensIn,
            @Nullable Long tokensCached,
            @Nullable Long tokensReasoning,
            @Nullable Long tokensOut,
            @Nullable Double seconds) {}

    /**
     * How far each side agrees with what customers said.
     *
     * @param count chats whose customer said something
     * @param meanCsat 1 to 5
     */
    record Customers(long count, WithCustomers with, WithCustomers run, double meanCsat) {}

    /**
     * One side's agreement with customers.
     *
     * @param mean the side's mean grade of these chats
     */
    record WithCustomers(
            @Nullable Double exact,
            @Nullable Double withinOne,
            @Nullable WeightedKappa kappaQuadratic,
            @Nullable Double mean) {
        /** @param matrix rows are what customers said */
        static WithCustomers of(ShiftMatrix matrix) {
            return new WithCustomers(
                    matrix.shareWithin(0), matrix.shareWithin(1), WeightedKappa.quadratic(matrix), matrix.columnMean());
        }
    }
}
