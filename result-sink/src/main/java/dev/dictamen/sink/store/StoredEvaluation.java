package dev.dictamen.sink.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code evaluation} for reading. Rows are written by {@link JpaEvaluationRepository} alone. */
@Entity
@Immutable
@Table(name = "evaluation")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class StoredEvaluation {
    @EmbeddedId
    private EvaluationKey key;

    private long revision;
    private String outcome;
    private String score;

    @Column(name = "outcome_reason")
    private String outcomeReason;

    @Column(name = "evaluated_at")
    private Instant evaluatedAt;

    EvaluationKey key() {
        return key;
    }

    long revision() {
        return revision;
    }

    String outcome() {
        return outcome;
    }

    Optional<String> score() {
        return Optional.ofNullable(score);
    }

    Optional<String> outcomeReason() {
        return Optional.ofNullable(outcomeReason);
    }

    Instant evaluatedAt() {
        return evaluatedAt;
    }
}
