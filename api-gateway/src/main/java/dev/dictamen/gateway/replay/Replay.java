package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayReport.Outcomes;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.gateway.replay.ReplayRepository.Origin;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A replay as REST shows it: the wish, and how far it is.
 *
 * @param state "quoting" until it was counted, then ingest-service's word
 * @param done chats with an outcome, skipped and failed ones among them
 * @param underWay chats that were sent and have no outcome yet
 * @param needsConfirmation whether a start must name the number of chats
 * @param namedChats how many chats the selection names one by one
 * @param promotable whether its prompt may become the live one
 */
record Replay(
        String id,
        String name,
        String state,
        long total,
        long done,
        long failed,
        long skipped,
        double rate,
        @Nullable Long secondsLeft,
        @Nullable String why,
        long underWay,
        @Nullable Quote quote,
        boolean needsConfirmation,
        long confirmAbove,
        Selection selection,
        int namedChats,
        Ask ask,
        Mode mode,
        @Nullable Double ratePerSecond,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        boolean promotable) {
    private static final String QUOTING = "quoting";

    /**
     * @param selection as it is to be shown
     * @param origin empty where another gateway's table has it
     */
    static Replay of(
            ReplayOrder order,
            Selection selection,
            Optional<Progress> progress,
            Optional<Origin> origin,
            long confirmAbove) {
        var outcomes = progress.map(Progress::outcomes).orElse(Outcomes.NONE);
        var state = progress.map(Progress::state);
        long total = progress.map(Progress::total).orElse(0L);
        return new Replay(
                order.replay(),
                order.name(),
                stateWord(state),
                total,
                outcomes.done(),
                outcomes.failed(),
                outcomes.skipped(),
                progress.map(Progress::rate).orElse(0.0),
                progress.map(Progress::secondsLeft).orElse(null),
                progress.map(Progress::why).orElse(null),
                Math.max(0, progress.map(Progress::position).orElse(0L) - outcomes.done()),
                progress.map(Progress::quote).orElse(null),
                state.equals(Optional.of(State.QUOTED)) && total > confirmAbove,
                confirmAbove,
                selection,
                order.selection().chatIds().size(),
                order.ask(),
                order.mode(),
                order.pace().ratePerSecond(),
                origin.map(Origin::createdBy).orElse(order.by()),
                origin.map(Origin::createdAt).orElse(order.at()),
                order.by(),
                order.at(),
                isPromotable(order, state));
    }

    static String stateWord(Optional<State> state) {
        return state.map(State::word).orElse(QUOTING);
    }

    static boolean isPromotable(ReplayOrder order, Optional<State> state) {
        return order.mode() == Mode.COMPARE && state.equals(Optional.of(State.FINISHED));
    }
}
