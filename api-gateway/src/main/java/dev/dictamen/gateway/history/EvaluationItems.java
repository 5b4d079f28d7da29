package dev.dictamen.gateway.history;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a published evaluation into what the dashboard sees. */
final class EvaluationItems {
    private EvaluationItems() {}

    static Item item(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored scored -> item(scored, "scored", scored.verdict(), null, scored.judge());
            case Evaluation.Skipped skipped -> item(skipped, "skipped", null, skipped.reason(), null);
            case Evaluation.Failed failed -> item(failed, "failed", null, failed.reason(), failed.by().judgedBy());
        };
    }

    private static Item item(
            Evaluation evaluation,
            String type,
            @Nullable Verdict verdict,
            @Nullable Enum<?> outcomeReason,
            @Nullable JudgedBy judgedBy) {
        var subject = evaluation.subject();
        return new Item(
                evaluation.evaluationId(),
                evaluation.chatId(),
                evaluation.revision(),
                evaluation.runId(),
                type,
                verdict == null ? null : word(verdict.score()),
                verdict == null ? null : verdict.reason(),
                verdict == null ? null : verdict.improvement(),
                verdict == null ? List.of() : verdict.keyMessages(),
                verdict == null ? List.of() : verdict.flags(),
                outcomeReason == null ? null : word(outcomeReason),
                evaluation instanceof Evaluation.Scored scored && scored.provisional(),
                judgedBy != null && judgedBy.simulated(),
                judgedBy == null ? null : judgedBy.model(),
                subject.agentId(),
                subject.agentName(),
                subject.team(),
                subject.channel(),
                subject.language(),
                evaluation.timeline().closedAt(),
                evaluation.timeline().ingestedAt(),
                evaluation.evaluatedAt());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
