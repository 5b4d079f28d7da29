package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
public sealed interface Evaluation extends Event {
    /** The run of chats as they close; a replay has an id of its own. */
    String LIVE_RUN = "live";

    /** What was evaluated. Its fields stand beside the outcome's on the wire. */
    Of of();

    /** Where the outcome came from; {@link Provenance#NOBODY} where nobody was asked. */
    Provenance by();

    /** {@link EvaluationId} of chat, revision and run: the same work has the same id, however often it is done. */
    default String evaluationId() {
        return of().evaluationId();
    }

    default String chatId() {
        return of().chatId();
    }

    default long revision() {
        return of().revision();
    }

    default String runId() {
        return of().runId();
    }

    /** The run whose verdict this one takes the place of, too; null where it stands beside. */
    default @Nullable String replaces() {
        return of().replaces();
    }

    default Subject subject() {
        return of().subject();
    }

    default Timeline timeline() {
        return of().timeline();
    }

    /** When the outcome was known. */
    default Instant evaluatedAt() {
        return timeline().evaluatedAt();
    }

    @Override
    default String key() {
        return chatId();
    }

    @Override
    default String id() {
        return evaluationId();
    }

    /**
     * The head of every evaluation: which chat, as it was when, and in which run.
     *
     * @param evaluationId see {@link Evaluation#evaluationId()}
     * @param revision the evaluated revision of the chat
     * @param runId {@link #LIVE_RUN} or a replay's id
     * @param subject who and what the chat was about
     * @param replaces the run whose verdict it takes the place of, too: {@link #LIVE_RUN}, or null for none
     */
    record Of(
            String evaluationId,
            String chatId,
            long revision,
            String runId,
            Subject subject,
            Timeline timeline,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String replaces) {
        public Of {
            Objects.requireNonNull(evaluationId, "evaluationId");
            Objects.requireNonNull(chatId, "chatId");
            Objects.requireNonNull(runId, "runId");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(timeline, "timeline");
        }

        /** The head for a chat in a run, with the id that these give. */
        public static Of chat(ClosedChat chat, String runId, Timeline timeline, @Nullable String replaces) {
            var id = EvaluationId.of(chat.chatId(), chat.revision(), runId);
            return new Of(id, chat.chatId(), chat.revision(), runId, chat.subject(), timeline, replaces);
        }
    }

    /**
     * The judge gave a verdict that obeys every rule.
     *
     * @param by who judged; never nobody
     * @param provisional given by rules while no model answers; the model's verdict will replace it
     */
    record Scored(@JsonUnwrapped Of of, @JsonUnwrapped Provenance by, Verdict verdict, boolean provisional)
            implements Evaluation {
        public Scored {
            Objects.requireNonNull(of, "evaluationId");
            Objects.requireNonNull(by.judgedBy(), "judgedBy");
            Objects.requireNonNull(verdict, "verdict");
        }

        /** Who judged. */
        public JudgedBy judge() {
            return Objects.requireNonNull(by.judgedBy(), "judgedBy");
        }
    }

    /** There was nothing to judge. */
    record Skipped(@JsonUnwrapped Of of, SkipReason reason) implements Evaluation {
        public Skipped {
            Objects.requireNonNull(of, "evaluationId");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Provenance by() {
            return Provenance.NOBODY;
        }
    }

    /**
     * No verdict could be had; the chat lies in the dead-letter topic too.
     *
     * @param by who answered last, and what all answers cost
     * @param detail what exactly was wrong, never chat text
     */
    record Failed(@JsonUnwrapped Of of, @JsonUnwrapped Provenance by, FailureReason reason, String detail)
            implements Evaluation {
        public Failed {
            Objects.requireNonNull(of, "evaluationId");
            by = by == null ? Provenance.NOBODY : by;
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
