package dev.dictamen.sink.store;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The table of evaluations. */
public interface EvaluationRepository extends Repository<StoredEvaluation, EvaluationKey>, EvaluationUpsert {
    /** All rows; for tables of a test's size. */
    List<StoredEvaluation> findAll();

    long count();
}
