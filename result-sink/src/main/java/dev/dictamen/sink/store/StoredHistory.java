package dev.dictamen.sink.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code evaluation_history}, held against the live schema at start; written by {@link EvaluationHistory} alone. */
@Entity
@Immutable
@Table(name = "evaluation_history")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate validates the fields
class StoredHistory implements Serializable {
    /** The columns that are taken over from {@code evaluation} as they stand. */
    static final List<String> KEPT = List.of(
            "chat_id",
            "run_id",
            "revision",
            "evaluated_at",
            "evaluation_id",
            "outcome",
            "outcome_reason",
            "provisional",
            "score",
            "score_value",
            "reason",
            "improvement",
            "key_messages",
            "flags",
            "judge_kind",
            "model",
            "prompt_version",
            "prompt_hash",
            "asked_hash",
            "simulated");

    private static final long serialVersionUID = 1;

    @Id
    private String chatId;

    @Id
    private String runId;

    @Id
    private long revision;

    @Id
    private Instant evaluatedAt;

    @Id
    private String replacedBy;

    private Instant replacedAt;

    @Column(columnDefinition = "char")
    private String evaluationId;

    private String outcome;
    private @Nullable String outcomeReason;
    private boolean provisional;
    private @Nullable String score;
    private @Nullable Byte scoreValue;
    private @Nullable String reason;
    private @Nullable String improvement;

    @Column(columnDefinition = "longtext")
    private @Nullable String keyMessages;

    @Column(columnDefinition = "text")
    private @Nullable String flags;

    private @Nullable String judgeKind;
    private @Nullable String model;
    private @Nullable String promptVersion;
    private @Nullable String promptHash;

    @Column(columnDefinition = "char")
    private @Nullable String askedHash;

    private boolean simulated;
}
