package dev.dictamen.sink.store;

import static dev.dictamen.sink.store.Upsert.column;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Failed;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.Evaluation.Skipped;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import dev.dictamen.kafka.ContractJson;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which column of {@code evaluation} holds what of an {@link Evaluation}. What an outcome does not have is null, so that
 * a later outcome of another kind clears what the earlier one left. One thing stays: where a failure follows the
 * provisional verdict of its revision, people still see that verdict.
 */
final class EvaluationColumns {
    /** Most characters (code points) of {@code detail}; what is longer is cut. */
    static final int MAX_DETAIL = 2000;

    /** Most characters (code points) of {@code raw_answer}; what is longer is cut. */
    static final int MAX_RAW_ANSWER = 8000;

    /**
     * Which of two outcomes of one chat and run is newer: a provisional verdict never replaces a final outcome, and no
     * outcome but another replay's that of a replay that took the place of its revision.
     */
    static final Comparator<Evaluation> BY_AGE = Comparator.comparingLong(Evaluation::revision)
            .thenComparingInt(EvaluationColumns::finality)
            .thenComparing(Evaluation::evaluatedAt);

    private static final String FAILS_AFTER_PROVISIONAL =
            "VALUES(outcome) = 'failed' AND provisional AND VALUES(revision) = revision";

    static final Upsert<Evaluation> UPSERT = new Upsert<>(
            "evaluation",
            List.of(column("chat_id", Evaluation::chatId), column("run_id", Evaluation::runId)),
            List.of(
                    column("evaluation_id", Evaluation::evaluationId),
                    column("outcome", EvaluationColumns::outcome),
                    shown("score", verdict(verdict -> verdict.score().word())),
                    shown("score_value", verdict(verdict -> verdict.score().value())),
                    shown("reason", verdict(Verdict::reason)),
                    shown("improvement", verdict(Verdict::improvement)),
                    shown("key_messages", verdict(verdict -> json(verdict.keyMessages()))),
                    shown("flags", verdict(verdict -> json(verdict.flags()))),
                    column("outcome_reason", EvaluationColumns::outcomeReason),
                    column("detail", EvaluationColumns::detail),
                    shown("judge_kind", judge(judge -> judge.kind().word())),
                    column("model", judge(JudgedBy::model)),
                    column("replica", judge(JudgedBy::replica)),
                    column("system_fingerprint", judge(JudgedBy::systemFingerprint)),
                    column("prompt_version", judge(JudgedBy::promptVersion)),
                    column("prompt_hash", judge(JudgedBy::promptHash)),
                    column("asked_hash", judge(JudgedBy::askedHash)),
                    column("simulated", EvaluationColumns::isSimulated),
                    column("tokens_in", usage(Usage::tokensIn)),
                    column("tokens_cached", usage(Usage::tokensCached)),
                    column("tokens_reasoning", usage(Usage::tokensReasoning)),
                    column("tokens_out", usage(Usage::tokensOut)),
                    column("attempts", evaluation -> evaluation.by().attempts()),
                    column("agent_id", evaluation -> evaluation.subject().agentId()),
                    column("agent_name", evaluation -> evaluation.subject().agentName()),
                    column("team", evaluation -> evaluation.subject().team()),
                    column("channel", evaluation -> evaluation.subject().channel()),
                    column("language", evaluation -> evaluation.subject().language()),
                    column("closed_at", evaluation -> evaluation.timeline().closedAt()),
                    column("ingested_at", evaluation -> evaluation.timeline().ingestedAt()),
                    column("started_at", evaluation -> evaluation.timeline().startedAt()),
                    column("raw_answer", EvaluationColumns::rawAnswer),
                    shown("provisional", EvaluationColumns::isProvisional)), // last: the others ask for it
            List.of(
                    column("revision", Evaluation::revision),
                    column("finality", EvaluationColumns::finality),
                    column("evaluated_at", Evaluation::evaluatedAt)));

    private EvaluationColumns() {}

    /** A column of what people see. */
    private static Upsert.Column<Evaluation> shown(String name, Function<Evaluation, @Nullable Object> value) {
        return column(name, value).keptWhere(FAILS_AFTER_PROVISIONAL);
    }

    private static Function<Evaluation, @Nullable Object> verdict(Function<Verdict, @Nullable Object> part) {
        return evaluation -> evaluation instanceof Scored scored ? part.apply(scored.verdict()) : null;
    }

    private static Function<Evaluation, @Nullable Object> usage(Function<Usage, @Nullable Object> part) {
        return evaluation -> switch (evaluation) {
            case Scored scored -> part.apply(scored.by().usage());
            case Skipped _ -> null;
            case Failed failed -> part.apply(failed.by().usage());
        };
    }

    private static Function<Evaluation, @Nullable Object> judge(Function<JudgedBy, @Nullable Object> part) {
        return evaluation -> {
            var judge = judgeOf(evaluation);
            return judge == null ? null : part.apply(judge);
        };
    }

    private static boolean isSimulated(Evaluation evaluation) {
        var judge = judgeOf(evaluation);
        return judge != null && judge.simulated();
    }

    private static @Nullable JudgedBy judgeOf(Evaluation evaluation) {
        return evaluation.by().judgedBy();
    }

    private static String outcome(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored _ -> "scored";
            case Skipped _ -> "skipped";
            case Failed _ -> "failed";
        };
    }

    private static @Nullable String outcomeReason(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored _ -> null;
            case Skipped skipped -> skipped.reason().word();
            case Failed failed -> failed.reason().word();
        };
    }

    private static @Nullable String detail(Evaluation evaluation) {
        return evaluation instanceof Failed failed ? cut(failed.detail(), MAX_DETAIL) : null;
    }

    private static @Nullable String rawAnswer(Evaluation evaluation) {
        var answer = evaluation.by().rawAnswer();
        return answer == null ? null : cut(answer, MAX_RAW_ANSWER);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static boolean isProvisional(Evaluation evaluation) {
        return evaluation instanceof Scored scored && scored.provisional();
    }

    /** 0 where a final outcome of this revision is still to come, 2 where a replay's verdict took its place, else 1. */
    static int finality(Evaluation evaluation) {
        if (evaluation.runId().equals(evaluation.replaces())) {
            return 2;
        }
        return isProvisional(evaluation) ? 0 : 1;
    }

    private static String json(Object value) {
        return ContractJson.mapper().writeValueAsString(value);
    }
}
