package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@link EvaluationRepository} on MySQL or MariaDB; the batch runs on the JPA transaction's connection. */
@Repository
class JpaEvaluationRepository implements EvaluationRepository {
    private static final Comparator<Written> ORDER =
            Comparator.comparing(Written::key).thenComparingInt(Written::finality);

    private final BatchUpsert<Evaluation, Written> batch;

    JpaEvaluationRepository(JdbcTemplate jdbc) {
        this.batch = new BatchUpsert<>(jdbc, EvaluationColumns.UPSERT, Written::of, EvaluationColumns.BY_AGE);
    }

    /** Of one batch the newest provisional verdict is written as well as the newest final outcome, in this order. */
    private record Written(EvaluationKey key, int finality) implements Comparable<Written> {
        static Written of(Evaluation evaluation) {
            return new Written(EvaluationKey.of(evaluation), EvaluationColumns.finality(evaluation));
        }

        @Override
        public int compareTo(Written other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    @Transactional
    public void upsertAll(List<Evaluation> evaluations) {
        batch.write(evaluations);
    }
}
