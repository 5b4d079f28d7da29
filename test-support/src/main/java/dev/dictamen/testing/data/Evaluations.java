package dev.dictamen.testing.data;

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
import dev.dictamen.rules.RulesJudge;
import java.time.Instant;
import java.util.List;

/** Evaluations as a worker publishes them, of run live and of Marta's chats where nothing else is said. */
public final class Evaluations {
    /** A model's answer, with its price. */
    public static final Provenance BY_MODEL = new Provenance(
            new JudgedBy(
                    JudgedBy.Kind.LLM,
                    "openai/gpt-oss-20b",
                    "gpu-1:8000",
                    "vllm-0.33",
                    "2026-11-1",
                    "9f86d0",
                    "4a3f0c",
                    false),
            new Usage(1870, 1024, 96, 377),
            1,
            "{}");

    /** No model's answer. */
    public static final Provenance BY_RULES = new Provenance(
            new JudgedBy(JudgedBy.Kind.RULES, null, null, null, RulesJudge.VERSION, null, null, false),
            Usage.NONE,
            0,
            null);

    private Evaluations() {}

    public static Scored scored(String chatId, long revision, Instant evaluatedAt, Score score) {
        return scored(chatId, revision, evaluatedAt, verdict(score, "Resolvió el cobro."));
    }

    public static Scored scored(String chatId, long revision, Instant evaluatedAt, Verdict verdict) {
        return new Scored(live(chatId, revision, evaluatedAt), BY_MODEL, verdict, false);
    }

    /** A verdict by rules, to be replaced. */
    public static Scored provisional(String chatId, long revision, Instant evaluatedAt, Score score) {
        return new Scored(live(chatId, revision, evaluatedAt), BY_RULES, verdict(score, "Por reglas."), true);
    }

    public static Verdict verdict(Score score, String reason) {
        return new Verdict(score, reason, "Conviene saludar de inmediato.", List.of(1, 3), List.of("repaired"));
    }

    public static Skipped skipped(String chatId, long revision, Instant evaluatedAt) {
        return new Skipped(live(chatId, revision, evaluatedAt), SkipReason.NO_AGENT_MESSAGE);
    }

    /** A failure before any answer. */
    public static Failed failed(String chatId, long revision, Instant evaluatedAt, String detail) {
        return new Failed(
                live(chatId, revision, evaluatedAt),
                new Provenance(null, Usage.NONE, 2, null),
                FailureReason.INVALID_VERDICT,
                detail);
    }

    /** A failure after the model had answered. */
    public static Failed failedByModel(String chatId, long revision, Instant evaluatedAt, String rawAnswer) {
        return new Failed(
                live(chatId, revision, evaluatedAt),
                new Provenance(BY_MODEL.judgedBy(), new Usage(5610, 3072, 288, 1131), 3, rawAnswer),
                FailureReason.INVALID_VERDICT,
                "score: 'excelente' is not a score");
    }

    /** The head of an evaluation of run live. */
    public static Evaluation.Of live(String chatId, long revision, Instant evaluatedAt) {
        return of(chatId, revision, Evaluation.LIVE_RUN, Chats.MARTA, evaluatedAt);
    }

    /** The head of an evaluation whose chat closed at {@link Chats#CLOSED}. */
    public static Evaluation.Of of(String chatId, long revision, String runId, Subject subject, Instant evaluatedAt) {
        var timeline = new Timeline(Chats.CLOSED, Chats.CLOSED, Chats.CLOSED, evaluatedAt);
        return new Evaluation.Of(
                EvaluationId.of(chatId, revision, runId), chatId, revision, runId, subject, timeline, null);
    }
}
