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
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which column of {@code evaluation} holds what of an {@link Evaluation}. What an outcome does not have is null, so that
 * a later outcome of another kind clears what the earlier one left.
 */
final class EvaluationColumns {
    /** Most characters (code points) of {@code detail}; what is longer is cut. */
    static final int MAX_DETAIL = 2000;

    static final Upsert<Evaluation> UPSERT = new Upsert<>(
            "evaluation",
            List.of(column("chat_id", Evaluation::chatId), column("run_id", Evaluation::runId)),
            List.of(
                    column("evaluation_id", Evaluation::evaluationId),
                    column("outcome", EvaluationColumns::outcome),
                    column("score", verdict(verdict -> word(verdict.score()))),
                    column("score_value", verdict(verdict -> verdict.score().value())),
                    column("reason", verdict(Verdict::reason)),
                    column("improvement", verdict(Verdict::improvement)),
                    column("key_messages", verdict(verdict -> json(verdict.keyMessages()))),
                    column("flags", verdict(verdict -> json(verdict.flags()))),
                    column("outcome_reason", EvaluationColumns::outcomeReason),
                    column("detail", EvaluationColumns::detail),
                    column("judge_kind", judge(judge -> word(judge.kind()))),
                    column("model", judge(JudgedBy::model)),
                    column("replica", judge(JudgedBy::replica)),
                    column("system_fingerprint", judge(JudgedBy::systemFingerprint)),
                    column("prompt_version", judge(JudgedBy::promptVersion)),
                    column("prompt_hash", judge(JudgedBy::promptHash)),
                    column("simulated", EvaluationColumns::isSimulated),
                    column("tokens_in", usage(Usage::tokensIn)),
                    column("tokens_cached", usage(Usage::tokensCached)),
                    column("tokens_reasoning", usage(Usage::tokensReasoning)),
                    column("tokens_out", usage(Usage::tokensOut)),
                    column("attempts", EvaluationColumns::attempts),
                    column("agent_id", evaluation -> evaluation.subject().agentId()),
                    column("agent_name", evaluation -> evaluation.subject().agentName()),
                    column("team", evaluation -> evaluation.subject().team()),
                    column("channel", evaluation -> evaluation.subject().channel()),
                    column("language", evaluation -> evaluation.subject().language()),
                    column("closed_at", evaluation -> evaluation.timeline().closedAt()),
                    column("ingested_at", evaluation -> evaluation.timeline().ingestedAt()),
                    column("started_at", evaluation -> evaluation.timeline().startedAt())),
            List.of(column("revision", Evaluation::revision), column("evaluated_at", Evaluation::evaluatedAt)));

    private EvaluationColumns() {}

    private static Function<Evaluation, @Nullable Object> verdict(Function<Verdict, @Nullable Object> part) {
        return evaluation -> evaluation instanceof Scored scored ? part.apply(scored.verdict()) : null;
    }

    private static Function<Evaluation, @Nullable Object> usage(Function<Usage, @Nullable Object> part) {
        return evaluation -> evaluation instanceof Scored scored ? part.apply(scored.usage()) : null;
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
        return switch (evaluation) {
            case Scored scored -> scored.judgedBy();
            case Skipped _ -> null;
            case Failed failed -> failed.judgedBy();
        };
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
            case Skipped skipped -> word(skipped.reason());
            case Failed failed -> word(failed.reason());
        };
    }

    private static @Nullable String detail(Evaluation evaluation) {
        return evaluation instanceof Failed failed ? cut(failed.detail()) : null;
    }

    private static String cut(String detail) {
        return detail.codePointCount(0, detail.length()) <= MAX_DETAIL
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, MAX_DETAIL));
    }

    private static int attempts(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored scored -> scored.attempts();
            case Skipped _ -> 0;
            case Failed failed -> failed.attempts();
        };
    }

    /** The contract's word for a constant, as it stands in the JSON. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Object value) {
        return ContractJson.mapper().writeValueAsString(value);
    }
}
