package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A chat in a run, being evaluated since {@code startedAt}; writes down how that ends. */
public record Work(ClosedChat chat, String id, String runId, Instant startedAt, Clock clock) {
    /** Most characters of an answer that are kept for audit. */
    static final int MAX_RAW_ANSWER = 8_000;

    /** Who answered what, at what price. */
    record Source(
            @Nullable JudgedBy judgedBy,
            Usage usage,
            int attempts,
            @Nullable String rawAnswer) {
        static final Source NOBODY = new Source(null, Usage.NONE, 0, null);

        Source {
            rawAnswer = rawAnswer == null ? null : wellFormed(shortened(rawAnswer));
        }

        private Provenance as(@Nullable JudgedBy judge) {
            return new Provenance(judge, usage, attempts, rawAnswer);
        }

        private static String shortened(String answer) {
            return answer.length() <= MAX_RAW_ANSWER ? answer : answer.substring(0, MAX_RAW_ANSWER);
        }

        /** Half a surrogate pair could not be published. */
        private static String wellFormed(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }

    static Work on(ClosedChat chat, String runId, Clock clock) {
        return new Work(chat, EvaluationId.of(chat.chatId(), chat.revision(), runId), runId, clock.instant(), clock);
    }

    Evaluation scored(JudgedBy judgedBy, Source source, Verdict verdict, boolean provisional) {
        return new Evaluation.Scored(of(), source.as(judgedBy), verdict, provisional);
    }

    Evaluation skipped(SkipReason reason) {
        return new Evaluation.Skipped(of(), reason);
    }

    Evaluation failed(FailureReason reason, String detail, Source source) {
        return new Evaluation.Failed(of(), source.as(source.judgedBy), reason, detail);
    }

    private Evaluation.Of of() {
        return Evaluation.Of.chat(chat, runId, timeline());
    }

    private Timeline timeline() {
        return new Timeline(chat.closedAt(), chat.ingestedAt(), startedAt, clock.instant());
    }
}
