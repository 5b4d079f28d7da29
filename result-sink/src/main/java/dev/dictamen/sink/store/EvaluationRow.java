package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Usage;
import dev.dictamen.kafka.ContractJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An evaluation as columns; what its outcome does not have is null, so that it clears what an older outcome had. */
final class EvaluationRow {
    static final List<String> KEY = List.of("chat_id", "run_id");
    static final List<String> VERSION = List.of("revision", "evaluated_at");
    static final List<String> CONTENT = List.of(
            "evaluation_id",
            "outcome",
            "score",
            "reason",
            "improvement",
            "key_messages",
            "flags",
            "outcome_reason",
            "detail",
            "judge_kind",
            "model",
            "replica",
            "system_fingerprint",
            "prompt_version",
            "prompt_hash",
            "simulated",
            "tokens_in",
            "tokens_cached",
            "tokens_reasoning",
            "tokens_out",
            "attempts",
            "agent_id",
            "agent_name",
            "team",
            "channel",
            "language",
            "closed_at",
            "ingested_at",
            "started_at");

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    private EvaluationRow(Evaluation evaluation) {
        columns.put("evaluation_id", evaluation.evaluationId());
        columns.put("chat_id", evaluation.chatId());
        columns.put("run_id", evaluation.runId());
        columns.put("revision", evaluation.revision());
        columns.put("evaluated_at", Timestamp.from(evaluation.evaluatedAt()));
        columns.put("simulated", false);
        columns.put("attempts", 0);
        putSubjectAndTimes(evaluation);
        switch (evaluation) {
            case Evaluation.Scored scored -> put(scored);
            case Evaluation.Skipped skipped -> put("skipped", code(skipped.reason()));
            case Evaluation.Failed failed -> put(failed);
        }
    }

    static EvaluationRow of(Evaluation evaluation) {
        return new EvaluationRow(evaluation);
    }

    /** The values of these columns, in their order. */
    @Nullable
    Object[] values(List<String> names) {
        return names.stream().map(columns::get).toArray();
    }

    private void put(Evaluation.Scored scored) {
        put("scored", null);
        var verdict = scored.verdict();
        columns.put("score", code(verdict.score()));
        columns.put("reason", verdict.reason());
        columns.put("improvement", verdict.improvement());
        columns.put("key_messages", ContractJson.mapper().writeValueAsString(verdict.keyMessages()));
        columns.put("flags", ContractJson.mapper().writeValueAsString(verdict.flags()));
        columns.put("attempts", scored.attempts());
        put(scored.judgedBy());
        put(scored.usage());
    }

    private void put(Evaluation.Failed failed) {
        put("failed", code(failed.reason()));
        columns.put("detail", failed.detail());
        columns.put("attempts", failed.attempts());
        var judge = failed.judgedBy();
        if (judge != null) {
            put(judge);
        }
    }

    private void put(String outcome, @Nullable String reason) {
        columns.put("outcome", outcome);
        columns.put("outcome_reason", reason);
    }

    private void put(JudgedBy judge) {
        columns.put("judge_kind", code(judge.kind()));
        columns.put("model", judge.model());
        columns.put("replica", judge.replica());
        columns.put("system_fingerprint", judge.systemFingerprint());
        columns.put("prompt_version", judge.promptVersion());
        columns.put("prompt_hash", judge.promptHash());
        columns.put("simulated", judge.simulated());
    }

    private void put(Usage usage) {
        columns.put("tokens_in", usage.tokensIn());
        columns.put("tokens_cached", usage.tokensCached());
        columns.put("tokens_reasoning", usage.tokensReasoning());
        columns.put("tokens_out", usage.tokensOut());
    }

    private void putSubjectAndTimes(Evaluation evaluation) {
        var subject = evaluation.subject();
        columns.put("agent_id", subject.agentId());
        columns.put("agent_name", subject.agentName());
        columns.put("team", subject.team());
        columns.put("channel", subject.channel());
        columns.put("language", subject.language());
        columns.put("closed_at", time(evaluation.timeline().closedAt()));
        columns.put("ingested_at", time(evaluation.timeline().ingestedAt()));
        columns.put("started_at", time(evaluation.timeline().startedAt()));
    }

    /** An enum constant as the contract writes it. */
    private static String code(Enum<?> constant) {
        JsonNode written = ContractJson.mapper().valueToTree(constant);
        return written.asString();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
