package dev.dictamen.sink.testing;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Failed;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.Evaluation.Skipped;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Subject;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import java.time.Instant;
import java.util.List;

/** Evaluations of run live to store. */
public final class Evaluations {
    private static final Subject SUBJECT = new Subject("17", "Marta Ríos", "Facturación", "web", "es");
    private static final JudgedBy JUDGE = new JudgedBy(
            JudgedBy.Kind.LLM, "openai/gpt-oss-20b", "gpu-1:8000", "vllm-0.33", "2026-11-1", "9f86d0", false);

    private Evaluations() {}

    public static Scored scored(String chatId, long revision, Instant evaluatedAt, Score score) {
        return scored(chatId, revision, evaluatedAt, verdict(score, "Resolvió el cobro."));
    }

    public static Scored scored(String chatId, long revision, Instant evaluatedAt, Verdict verdict) {
        return new Scored(
                of(chatId, revision, evaluatedAt),
                new Provenance(JUDGE, new Usage(1870, 1024, 96, 377), 1, "{}"),
                verdict,
                false);
    }

    /** A verdict by rules, to be replaced. */
    public static Scored provisional(String chatId, long revision, Instant evaluatedAt, Score score) {
        return new Scored(
                of(chatId, revision, evaluatedAt),
                new Provenance(
                        new JudgedBy(JudgedBy.Kind.RULES, null, null, null, null, null, false), Usage.NONE, 0, null),
                verdict(score, "Por reglas."),
                true);
    }

    public static Verdict verdict(Score score, String reason) {
        return new Verdict(score, reason, "Conviene saludar de inmediato.", List.of(1, 3), List.of("repaired"));
    }

    public static Skipped skipped(String chatId, long revision, Instant evaluatedAt) {
        return new Skipped(
                of(chatId, revision, evaluatedAt),
                SkipReason.NO_AGENT_MESSAGE);
    }

    public static Failed failed(String chatId, long revision, Instant evaluatedAt, String detail) {
        return new Failed(
                of(chatId, revision, evaluatedAt),
                new Provenance(null, Usage.NONE, 2, null),
                FailureReason.INVALID_VERDICT,
                detail);
    }

    /** A failure after the model had answered. */
    public static Failed failedByModel(String chatId, long revision, Instant evaluatedAt, String rawAnswer) {
        return new Failed(
                of(chatId, revision, evaluatedAt),
                new Provenance(JUDGE, new Usage(5610, 3072, 288, 1131), 3, rawAnswer),
                FailureReason.INVALID_VERDICT,
                "score: 'excelente' is no score");
    }

    private static Timeline timeline(Instant evaluatedAt) {
        return new Timeline(Chats.NOON, Chats.NOON, Chats.NOON, evaluatedAt);
    }

    private static Evaluation.Of of(String chatId, long revision, Instant evaluatedAt) {
        var id = EvaluationId.of(chatId, revision, Evaluation.LIVE_RUN);
        return new Evaluation.Of(id, chatId, revision, Evaluation.LIVE_RUN, SUBJECT, timeline(evaluatedAt));
    }
}
