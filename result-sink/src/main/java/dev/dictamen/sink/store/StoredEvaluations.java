package dev.dictamen.sink.store;

import org.springframework.data.repository.ListCrudRepository;

/** Reading of evaluations by chat and run. */
interface StoredEvaluations extends ListCrudRepository<StoredEvaluation, EvaluationKey> {}
