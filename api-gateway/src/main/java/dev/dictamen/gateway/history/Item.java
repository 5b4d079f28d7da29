package dev.dictamen.gateway.history;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Verdict;
import dev.dictamen.contract.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One outcome as the dashboard sees it, over REST and the socket alike.
 *
 * @param type scored, skipped or failed
 * @param score the grade of a scored chat
 * @param outcomeReason why there is no grade, in lower snake case
 * @param provisional whether the verdict shown was given by rules while no model answered; a failed outcome that follows
 *     such a verdict keeps showing it
 * @param simulated whether the model was the simulator
 */
public record Item(
        String evaluationId,
        String chatId,
        long revision,
        String runId,
        String type,
        @Nullable String score,
        @Nullable String reason,
        @Nullable String improvement,
        List<Integer> keyMessages,
        List<String> flags,
        @Nullable String outcomeReason,
        boolean provisional,
        boolean simulated,
        @Nullable String model,
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String channel,
        @Nullable String language,
        @Nullable Instant closedAt,
        @Nullable Instant ingestedAt,
        Instant evaluatedAt) {

    /** The same outcome as the sink will store it. */
    public static Item of(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored scored -> of(scored, "scored", scored.verdict(), null);
            case Evaluation.Skipped skipped -> of(skipped, "skipped", null, skipped.reason());
            case Evaluation.Failed failed -> of(failed, "failed", null, failed.reason());
        };
    }

    private static Item of(
            Evaluation evaluation, String type, @Nullable Verdict verdict, @Nullable Word outcomeReason) {
        var subject = evaluation.subject();
        var judgedBy = evaluation.by().judgedBy();
        return new Item(
                evaluation.evaluationId(),
                evaluation.chatId(),
                evaluation.revision(),
                evaluation.runId(),
                type,
                verdict == null ? null : verdict.score().word(),
                verdict == null ? null : verdict.reason(),
                verdict == null ? null : verdict.improvement(),
                verdict == null ? List.of() : verdict.keyMessages(),
                verdict == null ? List.of() : verdict.flags(),
                outcomeReason == null ? null : outcomeReason.word(),
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
}
