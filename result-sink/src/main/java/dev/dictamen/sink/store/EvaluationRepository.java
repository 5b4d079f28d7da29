package dev.dictamen.sink.store;

import org.springframework.data.repository.Repository;

/** The table of evaluations. */
public interface EvaluationRepository extends Repository<StoredEvaluation, EvaluationKey>, EvaluationUpsert {}
