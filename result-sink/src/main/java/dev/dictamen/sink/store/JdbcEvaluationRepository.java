package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Evaluations by one JDBC batch, sorted by key against deadlocks. */
@Repository
class JdbcEvaluationRepository implements EvaluationRepository {
    private static final String NEWER = "VALUES(revision) > revision"
            + " OR (VALUES(revision) = revision AND VALUES(evaluated_at) >= evaluated_at)";
    // evaluated_at first: it is compared while revision still holds the old value
    private static final List<String> VERSION = EvaluationRow.VERSION.reversed();
    private static final String UPSERT =
            Upsert.sql("evaluation", NEWER, EvaluationRow.KEY, EvaluationRow.CONTENT, VERSION);
    private static final List<String> COLUMNS = Stream.of(EvaluationRow.KEY, EvaluationRow.CONTENT, VERSION)
            .flatMap(List::stream)
            .toList();
    private static final Comparator<Evaluation> BY_VERSION =
            Comparator.comparingLong(Evaluation::revision).thenComparing(Evaluation::evaluatedAt);

    private final JdbcTemplate jdbc;

    JdbcEvaluationRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void upsertAll(List<Evaluation> evaluations) {
        var newest = new TreeMap<String, Evaluation>();
        evaluations.forEach(evaluation -> newest.merge(
                evaluation.chatId() + '\0' + evaluation.runId(), evaluation, BinaryOperator.maxBy(BY_VERSION)));
        jdbc.batchUpdate(
                UPSERT,
                newest.values().stream()
                        .map(evaluation -> EvaluationRow.of(evaluation).values(COLUMNS))
                        .toList());
    }
}
