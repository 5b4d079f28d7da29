package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One chat that is being evaluated in one run; knows what its outcomes look like. */
record Work(ClosedChat chat, String runId, Instant startedAt, Clock clock) {
    /** Most characters of a raw answer that are kept for audit. */
    private static final int MOST_RAW = 8_000;

    static Work begin(ClosedChat chat, String runId, Clock clock) {
        return new Work(chat, runId, clock.instant(), clock);
    }

    String id() {
        return EvaluationId.of(chat.chatId(), chat.revision(), runId);
    }

    Evaluation.Scored scored(Verdict verdict, JudgedBy judgedBy, Cost cost, boolean provisional) {
        return new Evaluation.Scored(
                id(),
                chat.chatId(),
                chat.revision(),
                runId,
                chat.subject(),
                timeline(),
                judgedBy,
                cost.usage,
                cost.attempts,
                verdict,
                provisional,
                cost.rawAnswer);
    }

    Evaluation skipped(SkipReason reason) {
        return new Evaluation.Skipped(
                id(), chat.chatId(), chat.revision(), runId, chat.subject(), timeline(), reason);
    }

    Evaluation failed(FailureReason reason, String detail, @Nullable JudgedBy judgedBy, Cost cost) {
        return new Evaluation.Failed(
                id(),
                chat.chatId(),
                chat.revision(),
                runId,
                chat.subject(),
                timeline(),
                reason,
                detail,
                cost.attempts,
                judgedBy,
                cost.usage,
                cost.rawAnswer);
    }

    private Timeline timeline() {
        return new Timeline(chat.closedAt(), chat.ingestedAt(), startedAt, clock.instant());
    }

    /** What an outcome cost, and the last answer that it rests on. */
    record Cost(Usage usage, int attempts, @Nullable String rawAnswer) {
        /** Nobody was asked. */
        static final Cost NONE = new Cost(Usage.NONE, 0, null);

        static Cost of(Ending ending) {
            return new Cost(ending.usage(), ending.attempts(), shortened(ending.answer().content()));
        }

        private static @Nullable String shortened(@Nullable String answer) {
            if (answer == null || answer.length() <= MOST_RAW) {
                return answer;
            }
            boolean splitsAPair = Character.isHighSurrogate(answer.charAt(MOST_RAW - 1));
            return answer.substring(0, MOST_RAW - (splitsAPair ? 1 : 0));
        }
    }
}
