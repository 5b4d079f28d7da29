package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Verdict;
import java.time.Clock;
import java.time.Instant;

/** A chat in a run, being evaluated since {@code startedAt}; writes down how that ends. */
public record Work(ClosedChat chat, Run run, Instant startedAt, Clock clock) {
    static Work on(ClosedChat chat, Run run, Clock clock) {
        return new Work(chat, run, clock.instant(), clock);
    }

    String id() {
        return EvaluationId.of(chat.chatId(), chat.revision(), run.id());
    }

    Evaluation scored(Provenance by, Verdict verdict, boolean provisional) {
        return new Evaluation.Scored(of(), by, verdict, provisional);
    }

    Evaluation skipped(SkipReason reason) {
        return new Evaluation.Skipped(of(), reason);
    }

    Evaluation failed(FailureReason reason, String detail, Provenance by) {
        return new Evaluation.Failed(of(), by, reason, detail);
    }

    private Evaluation.Of of() {
        var timeline = new Timeline(chat.closedAt(), chat.ingestedAt(), startedAt, clock.instant());
        return Evaluation.Of.chat(chat, run.id(), timeline, run.replaces());
    }
}
