package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.gateway.web.Problems;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * What may be wished of a replay when; all else is a 409 that says what it does instead. What was wished and is not yet
 * obeyed counts as done, so that a pause may follow a start at once.
 */
final class Paces {
    private final ReplayOrder order;
    private final Optional<State> state;
    private final Optional<Quote> quote;

    Paces(ReplayOrder order, Optional<Progress> progress) {
        this.order = order;
        this.state = progress.map(Progress::state);
        this.quote = progress.map(Progress::quote);
    }

    /** @param confirmedTotal what somebody agreed to; needed above {@code confirmAbove} */
    Pace started(@Nullable Long confirmedTotal, long confirmAbove) {
        requireOpen();
        if (!is(State.QUOTED)) {
            throw conflict("started when it is quoted");
        }
        var quoted = quote.orElseThrow();
        if (quoted.willRun() == 0) {
            var why = Objects.requireNonNullElse(quoted.explanation(), "no chat is in the selection");
            throw Problems.of(HttpStatus.CONFLICT, "nothing would run: " + why);
        }
        boolean isAgreed =
                confirmedTotal == null ? quoted.willRun() <= confirmAbove : confirmedTotal == quoted.willRun();
        if (!isAgreed) {
            throw toConfirm(quoted.willRun());
        }
        return new Pace(Wanted.RUN, quoted.willRun(), order.pace().ratePerSecond());
    }

    private static ErrorResponseException toConfirm(long willRun) {
        var refused = Problems.of(
                HttpStatus.CONFLICT,
                "confirm: %d chats would be asked; send that number as confirmedTotal".formatted(willRun));
        refused.getBody().setProperty("confirm", willRun);
        return refused;
    }

    Pace paused() {
        return wanted(Wanted.PAUSE, is(State.RUNNING) || wants(Wanted.RUN), "paused while it runs");
    }

    Pace resumed() {
        return wanted(Wanted.RUN, is(State.PAUSED) || wants(Wanted.PAUSE), "resumed while it is paused");
    }

    Pace cancelled() {
        requireOpen();
        return pace(Wanted.CANCEL, order.pace().ratePerSecond());
    }

    Pace rated(@Nullable Double ratePerSecond) {
        requireOpen();
        return pace(order.pace().wanted(), ratePerSecond);
    }

    private Pace wanted(Wanted wanted, boolean isAllowed, String when) {
        requireOpen();
        if (!isAllowed) {
            throw conflict(when);
        }
        return pace(wanted, order.pace().ratePerSecond());
    }

    private Pace pace(Wanted wanted, @Nullable Double ratePerSecond) {
        return new Pace(wanted, order.pace().confirmedTotal(), ratePerSecond);
    }

    private void requireOpen() {
        if (state.filter(State::isFinal).isPresent() || wants(Wanted.CANCEL)) {
            throw conflict("changed until it ends");
        }
    }

    private boolean is(State expected) {
        return state.equals(Optional.of(expected));
    }

    private boolean wants(Wanted expected) {
        return order.pace().wanted() == expected;
    }

    private ErrorResponseException conflict(String when) {
        boolean isEnding = wants(Wanted.CANCEL) && !is(State.CANCELLED) && !is(State.FINISHED);
        var word = isEnding ? "being cancelled" : Replay.stateWord(state);
        return Problems.of(HttpStatus.CONFLICT, "a replay can be %s; this one is %s".formatted(when, word));
    }
}
