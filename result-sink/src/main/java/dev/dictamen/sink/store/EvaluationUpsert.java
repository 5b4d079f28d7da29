package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import java.util.List;

/**
 * How evaluations are written: one row per chat and run. Writing the same evaluation twice leaves one row; the newer one
 * by (revision, finality, evaluatedAt) wins, whatever the order and whatever its kind. A failure leaves the provisional
 * verdict of its revision to be seen. A verdict that {@code replaces} another run's is written there as well, unless a
 * higher revision stands there, and what it took the place of is kept as history.
 */
public interface EvaluationUpsert {
    /**
     * Inserts or updates all evaluations in one transaction, or none of them.
     *
     * @throws RefusedDataException when the database refuses what an evaluation holds; trying again would not help
     */
    void upsertAll(List<Evaluation> evaluations);
}
