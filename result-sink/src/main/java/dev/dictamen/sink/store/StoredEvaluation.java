package dev.dictamen.sink.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code evaluation}: every column that {@link EvaluationColumns} writes, held against the live schema at start.
 * Rows are written by {@link EvaluationUpsert} alone.
 */
@Entity
@Immutable
@Table(name = "evaluation")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate validates the fields
class StoredEvaluation {
    @EmbeddedId
    private EvaluationKey key;

    @Column(columnDefinition = "char")
    private String evaluationId;

    private long revision;
    private byte finality;
    private boolean provisional;
    private String outcome;
    private @Nullable String score;
    private @Nullable Byte scoreValue;
    private @Nullable String reason;
    private @Nullable String improvement;

    @Column(columnDefinition = "longtext")
    private @Nullable String keyMessages;

    @Column(columnDefinition = "text")
    private @Nullable String flags;

    private @Nullable String outcomeReason;
    private @Nullable String detail;
    private @Nullable String judgeKind;
    private @Nullable String model;
    private @Nullable String replica;
    private @Nullable String systemFingerprint;
    private @Nullable String promptVersion;
    private @Nullable String promptHash;

    @Column(columnDefinition = "char")
    private @Nullable String askedHash;

    private boolean simulated;
    private @Nullable Integer tokensIn;
    private @Nullable Integer tokensCached;
    private @Nullable Integer tokensReasoning;
    private @Nullable Integer tokensOut;
    private int attempts;
    private @Nullable String agentId;
    private @Nullable String agentName;
    private @Nullable String team;
    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable Instant closedAt;
    private Instant ingestedAt;
    private Instant startedAt;
    private Instant evaluatedAt;

    @Column(columnDefinition = "text")
    private @Nullable String rawAnswer;
}
