package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** {@link EvaluationUpsert} as one JDBC batch on the connection of the JPA transaction, on MySQL or MariaDB. */
class EvaluationUpsertByJdbc implements EvaluationUpsert {
    private static final Comparator<RowKey> ORDER =
            Comparator.comparing(RowKey::key).thenComparingInt(RowKey::finality);

    private final BatchUpsert<Evaluation, RowKey> batch;
    private final EvaluationHistory history;

    EvaluationUpsertByJdbc(JdbcTemplate jdbc) {
        this.batch = new BatchUpsert<>(jdbc, EvaluationColumns.UPSERT, RowKey::of, EvaluationColumns.BY_AGE);
        this.history = new EvaluationHistory(jdbc);
    }

    /**
     * Of one batch, both the newest provisional verdict of a chat and its newest final outcome are written, in this order:
     * a failure must find the verdict that it leaves to be seen.
     */
    private record RowKey(EvaluationKey key, int finality) implements Comparable<RowKey> {
        static RowKey of(Evaluation evaluation) {
            return new RowKey(EvaluationKey.of(evaluation), EvaluationColumns.finality(evaluation));
        }

        @Override
        public int compareTo(RowKey other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    @Transactional
    public void upsertAll(List<Evaluation> evaluations) {
        batch.write(evaluations);
        var replacements = Replacement.newestIn(evaluations);
        if (!replacements.isEmpty()) {
            history.keepWhatIsReplacedBy(replacements);
            batch.write(replacements.stream().map(Replacement::standing).toList());
        }
    }
}
