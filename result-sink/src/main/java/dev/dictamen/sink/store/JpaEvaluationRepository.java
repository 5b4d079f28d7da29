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
    private static final Comparator<Evaluation> BY_AGE =
            Comparator.comparingLong(Evaluation::revision).thenComparing(Evaluation::evaluatedAt);

    private final BatchUpsert<Evaluation, EvaluationKey> batch;

    JpaEvaluationRepository(JdbcTemplate jdbc) {
        this.batch = new BatchUpsert<>(jdbc, EvaluationColumns.UPSERT, EvaluationKey::of, BY_AGE);
    }

    @Override
    @Transactional
    public void upsertAll(List<Evaluation> evaluations) {
        batch.write(evaluations);
    }
}
