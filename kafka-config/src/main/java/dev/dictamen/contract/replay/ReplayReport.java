package dev.dictamen.contract.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.dictamen.contract.ReplayEvent;
import dev.dictamen.contract.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What ingest-service says of a replay: how far it is, the chats that it will send, and what those are like. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = ReplayReport.Progress.class, name = "progress"),
    @Type(value = ReplayReport.Plan.class, name = "plan"),
    @Type(value = ReplayReport.Figures.class, name = "figures")
})
public sealed interface ReplayReport extends ReplayEvent {
    /** The replay's id. */
    String replay();

    /** What a replay does. */
    enum State implements Word {
        /** Counted, and waiting to be confirmed; or it cannot run, and says why. */
        QUOTED,
        RUNNING,
        PAUSED,
        CANCELLED,
        /** Every chat that it sent has its outcome. */
        FINISHED;

        /** Whether it will never change again. */
        public boolean isFinal() {
            return this == CANCELLED || this == FINISHED;
        }
    }

    /**
     * How far a replay is.
     *
     * @param orderNumber of the order that it follows
     * @param quote what was counted
     * @param position chats of the plan that were sent
     * @param outcomes what came of them
     * @param rate outcomes a second, lately
     * @param secondsLeft at that rate; null while nothing can be said
     * @param why it does less than it could: in English; null where it does all it can
     * @param outcomesFrom partition of the evaluation topic → offset from which its outcomes are counted
     * @param at UTC
     */
    record Progress(
            String replay,
            long orderNumber,
            State state,
            Quote quote,
            long position,
            Outcomes outcomes,
            double rate,
            @Nullable Long secondsLeft,
            @Nullable String why,
            Map<Integer, Long> outcomesFrom,
            Instant at)
            implements ReplayReport {
        public Progress {
            Objects.requireNonNull(replay, "replay");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(quote, "quote");
            outcomes = outcomes == null ? Outcomes.NONE : outcomes;
            outcomesFrom = outcomesFrom == null ? Map.of() : Map.copyOf(outcomesFrom);
            Objects.requireNonNull(at, "at");
        }

        /** Chats that it will have sent in the end. */
        public long total() {
            return quote.willRun();
        }

        @Override
        public String key() {
            return replay;
        }

        @Override
        public String id() {
            return replay + "/" + at.toEpochMilli();
        }
    }

    /**
     * How many chats of a replay have which outcome.
     *
     * @param gone chats that were planned, but that their topic held no more when they should have been sent
     */
    record Outcomes(long scored, long skipped, long failed, long gone) {
        /** None yet. */
        public static final Outcomes NONE = new Outcomes(0, 0, 0, 0);

        /** All of them. */
        public long done() {
            return scored + skipped + failed + gone;
        }
    }

    /**
     * A part of the plan: where the chats of a replay lie, in the order in which they are sent.
     *
     * @param part number of the part, from 0
     * @param parts how many there are
     * @param places the partitions that its chats lie in
     * @param chats Base64: for each chat two varints (LEB128): its place's index, and its offset as the zigzag difference to the
     *     one before of the same place in this part (at first to 0)
     */
    record Plan(String replay, int part, int parts, List<Place> places, String chats) implements ReplayReport {
        /** A partition. */
        public record Place(String topic, int partition) {}

        public Plan {
            Objects.requireNonNull(replay, "replay");
            places = List.copyOf(places);
        }

        @Override
        public String key() {
            return replay + "/plan/" + part;
        }

        @Override
        public String id() {
            return key();
        }
    }

    /**
     * What the chats of a replay were like by their source's own account, before any judge: absent where the source says nothing.
     *
     * @param conversations how many
     * @param means over those that say something
     * @param intents what customers wanted, by configured rules, highest score first
     */
    record Figures(String replay, long conversations, Means means, List<Intent> intents) implements ReplayReport {
        public Figures {
            Objects.requireNonNull(replay, "replay");
            Objects.requireNonNull(means, "means");
            intents = intents == null ? List.of() : List.copyOf(intents);
        }

        @Override
        public String key() {
            return replay + "/figures";
        }

        @Override
        public String id() {
            return key();
        }
    }

    /**
     * Means over conversations.
     *
     * @param resolutionRate share that the source says were resolved, 0 to 1
     * @param csat customers' satisfaction, 1 to 5
     * @param turns messages
     * @param durationSeconds from first message to last, as the source says it
     * @param latencySeconds what the composite score takes for latency
     */
    record Means(
            @Nullable Double resolutionRate,
            @Nullable Double csat,
            @Nullable Double turns,
            @Nullable Double durationSeconds,
            @Nullable Double latencySeconds) {}

    /**
     * What customers wanted, and what a tool for it would be worth.
     *
     * @param intent its name
     * @param tool the tool that would serve it
     * @param frequency conversations with it
     * @param unresolvedRate share that was not resolved of those that say whether, 0 to 1; null where none says
     * @param meanCsat mean satisfaction of them; null where none says
     * @param csatGap target less {@code meanCsat}
     * @param effort 1 (small) to 3
     * @param contexts where it came up, "name:count" by frequency
     * @param score weighted worth, 0 to 1: what the ranking goes by
     */
    record Intent(
            String intent,
            String tool,
            long frequency,
            @Nullable Double unresolvedRate,
            @Nullable Double meanCsat,
            @Nullable Double csatGap,
            int effort,
            List<String> contexts,
            double score) {
        public Intent {
            contexts = contexts == null ? List.of() : List.copyOf(contexts);
        }
    }
}
