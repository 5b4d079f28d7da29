package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one revision of a chat in one run. Consumers deduplicate by {@link #evaluationId()}; newer wins. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Evaluation.Scored.class, name = "scored"),
    @Type(value = Evaluation.Skipped.class, name = "skipped"),
    @Type(value = Evaluation.Failed.class, name = "failed")
})
public sealed interface Evaluation {
    /** The run of chats as they close; a replay has an id of its own. */
    String LIVE_RUN = "live";

    /** {@link EvaluationId} of chat, revision and run: the same work has the same id, however often it is done. */
    String evaluationId();

    String chatId();

    long revision();

    String runId();

    Subject subject();

    Timeline timeline();

    /** When the outcome was known. */
    default Instant evaluatedAt() {
        return timeline().evaluatedAt();
    }

    /**
     * The judge gave a verdict that obeys every rule.
     *
     * @param provisional given by rules while no model answers; the model's verdict will replace it
     * @param rawAnswer what the model answered, unread, for audit; null where no model did
     */
    record Scored(
            String evaluationId,
            String chatId,
            long revision,
            String runId,
            Subject subject,
            Timeline timeline,
            JudgedBy judgedBy,
            Usage usage,
            int attempts,
            Verdict verdict,
            boolean provisional,
            @Nullable String rawAnswer)
            implements Evaluation {
        public Scored {
            requireIdentity(evaluationId, chatId, runId, subject, timeline);
            Objects.requireNonNull(judgedBy, "judgedBy");
            Objects.requireNonNull(usage, "usage");
            Objects.requireNonNull(verdict, "verdict");
        }
    }

    /** There was nothing to judge. */
    record Skipped(
            String evaluationId,
            String chatId,
            long revision,
            String runId,
            Subject subject,
            Timeline timeline,
            SkipReason reason)
            implements Evaluation {
        public Skipped {
            requireIdentity(evaluationId, chatId, runId, subject, timeline);
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * No verdict could be had; the chat lies in the dead-letter topic too.
     *
     * @param detail what exactly was wrong, never chat text
     * @param usage what its answers cost
     * @param rawAnswer the model's last answer, unread, for audit; null where there was none
     */
    record Failed(
            String evaluationId,
            String chatId,
            long revision,
            String runId,
            Subject subject,
            Timeline timeline,
            FailureReason reason,
            String detail,
            int attempts,
            @Nullable JudgedBy judgedBy,
            Usage usage,
            @Nullable String rawAnswer)
            implements Evaluation {
        public Failed {
            requireIdentity(evaluationId, chatId, runId, subject, timeline);
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            usage = usage == null ? Usage.NONE : usage;
        }
    }

    private static void requireIdentity(
            String evaluationId, String chatId, String runId, Subject subject, Timeline timeline) {
        Objects.requireNonNull(evaluationId, "evaluationId");
        Objects.requireNonNull(chatId, "chatId");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(timeline, "timeline");
    }
}
