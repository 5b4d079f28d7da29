package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Comparator;

/** What identifies a row of {@code evaluation}: a chat has one current evaluation in each run. */
@Embeddable
record EvaluationKey(
        @Column(name = "chat_id") String chatId,
        @Column(name = "run_id") String runId) implements Serializable, Comparable<EvaluationKey> {
    private static final Comparator<EvaluationKey> ORDER =
            Comparator.comparing(EvaluationKey::chatId).thenComparing(EvaluationKey::runId);

    static EvaluationKey of(Evaluation evaluation) {
        return new EvaluationKey(evaluation.chatId(), evaluation.runId());
    }

    @Override
    public int compareTo(EvaluationKey other) {
        return ORDER.compare(this, other);
    }
}
