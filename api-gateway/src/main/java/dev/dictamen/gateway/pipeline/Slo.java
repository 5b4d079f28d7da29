package dev.dictamen.gateway.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether live chats get their final outcome in time.
 *
 * @param breached whether one waits for longer than that
 * @param since when the first of them became late, as long as any is
 * @param oldestSeconds how long the oldest of them waits; null when none is late
 * @param late how many are
 */
record Slo(
        long objectiveSeconds,
        boolean breached,
        @Nullable Instant since,
        @Nullable Long oldestSeconds,
        long late) {

    /** What was found last, and since when something was. */
    record State(LateChats.Found found, @Nullable Instant since) {
        static final State MET = new State(LateChats.Found.NONE, null);

        /** @param objective after which a chat is late */
        State next(LateChats.Found now, Duration objective) {
            Instant oldest = now.oldest();
            if (oldest == null) {
                return MET;
            }
            return new State(now, since == null ? oldest.plus(objective) : since);
        }

        boolean isBreached() {
            return since != null;
        }
    }

    static Slo of(State state, Duration objective, Instant now) {
        Instant oldest = state.found().oldest();
        return new Slo(
                objective.toSeconds(),
                state.isBreached(),
                state.since(),
                oldest == null ? null : Duration.between(oldest, now).toSeconds(),
                state.found().chats());
    }
}
