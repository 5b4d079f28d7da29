package dev.dictamen.ingest.replay;

import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport.Outcomes;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One replay: what is wished of it, and how far it is. Its states:
 *
 * <pre>
 *   (counting) ─► quoted ─► running ⇄ paused
 *                              └─► finished          all but finished ─► cancelled
 * </pre>
 *
 * For one thread.
 */
final class Replay {
    /** So many chats in a row that fail, and none that does not, have one cause: nobody pays for the rest. */
    private static final long FAILURES_THAT_SUFFICE = 50;

    private final Throughput throughput = new Throughput();
    private final RateCap rateCap;
    private ReplayOrder order;
    private @Nullable Progress progress;
    private @Nullable OutcomeCount count;
    private Outcomes resumedAt = Outcomes.NONE;
    private boolean isChanged;

    Replay(ReplayOrder order, @Nullable Progress progress, long nowNanos) {
        this.order = order;
        this.progress = progress;
        this.rateCap = new RateCap(nowNanos);
        rateCap.set(order.pace().ratePerSecond());
    }

    String id() {
        return order.replay();
    }

    ReplayOrder order() {
        return order;
    }

    /** What was reported last, or will be next; null while it is counted for the first time. */
    @Nullable
    Progress progress() {
        return progress;
    }

    /** Takes a newer wish. */
    void wish(ReplayOrder newer) {
        if (newer.number() > order.number()) {
            order = newer;
            rateCap.set(newer.pace().ratePerSecond());
        }
    }

    /** Whether it has to be counted, for the first time or again. */
    boolean needsQuote() {
        return order.pace().wanted() == Wanted.QUOTE && isBefore(State.RUNNING) && !isFollowed();
    }

    private boolean isBefore(State state) {
        return progress == null || progress.state().compareTo(state) < 0;
    }

    private boolean isFollowed() {
        return progress != null && progress.orderNumber() >= order.number();
    }

    void quoted(Quote quote, Instant now) {
        say(State.QUOTED, quote, quote.willRun() == 0 ? quote.explanation() : null, now);
    }

    boolean is(State state) {
        return progress != null && progress.state() == state;
    }

    /** Whether outcomes may still come. */
    boolean isCounting() {
        return progress != null
                && (is(State.RUNNING)
                        || is(State.PAUSED)
                        || (is(State.CANCELLED) && progress.outcomes().done() < progress.position()));
    }

    /** Whether it will begin when it follows its order. */
    boolean isBeginning() {
        return is(State.QUOTED) && order.pace().wanted() == Wanted.RUN && !isFollowed();
    }

    /** Stops it until somebody orders something else: it cannot go on. */
    void hold(String why, Instant now) {
        move(is(State.RUNNING) ? State.PAUSED : null, why, now);
    }

    /** Does what is wished, as far as that only changes its state. */
    void follow(Map<Integer, Long> outcomeEnds, Instant now) {
        if (isFollowed() || needsQuote()) {
            return;
        }
        var before = progress;
        switch (order.pace().wanted()) {
            case QUOTE -> move(null, null, now);
            case PAUSE -> move(is(State.RUNNING) ? State.PAUSED : null, null, now);
            case CANCEL -> move(before != null && before.state().isFinal() ? null : State.CANCELLED, null, now);
            case RUN -> run(outcomeEnds, now);
        }
    }

    private void run(Map<Integer, Long> outcomeEnds, Instant now) {
        if (is(State.QUOTED)) {
            begin(Objects.requireNonNull(progress).quote(), outcomeEnds, now);
        } else {
            resumedAt = progress == null ? Outcomes.NONE : progress.outcomes();
            move(is(State.PAUSED) ? State.RUNNING : null, null, now);
        }
    }

    private void begin(Quote quote, Map<Integer, Long> outcomeEnds, Instant now) {
        var confirmed = order.pace().confirmedTotal();
        if (quote.willRun() == 0) {
            move(null, quote.explanation(), now);
        } else if (confirmed == null || confirmed != quote.willRun()) {
            move(
                    null,
                    "%s chats were confirmed and %d were quoted: confirm those"
                            .formatted(confirmed == null ? "no" : confirmed.toString(), quote.willRun()),
                    now);
        } else {
            progress = new Progress(
                    id(), order.number(), State.RUNNING, quote, 0, Outcomes.NONE, 0, null, null, outcomeEnds, now);
            isChanged = true;
        }
    }

    /** @param state null to stay */
    private void move(@Nullable State state, @Nullable String why, Instant now) {
        throughput.reset();
        var before = progress;
        var quote = before == null
                ? new Quote(0, 0, 0, 0, 0, Quote.Cost.UNKNOWN, "cancelled before it was counted", now)
                : before.quote();
        var kept = before == null ? State.QUOTED : before.state();
        say(state == null ? kept : state, quote, why, now);
    }

    private void say(State state, Quote quote, @Nullable String why, Instant now) {
        var before = progress;
        progress = new Progress(
                id(),
                order.number(),
                state,
                quote,
                before == null ? 0 : before.position(),
                before == null ? Outcomes.NONE : before.outcomes(),
                0,
                null,
                why,
                before == null ? Map.of() : before.outcomesFrom(),
                now);
        isChanged = true;
    }

    void countWith(OutcomeCount counting) {
        count = counting;
    }

    /** Looks what came of it so far; what runs ends when all has its outcome, and stops when nothing but failures come. */
    void look(@Nullable String why, Instant now, long nowNanos) {
        var before = progress;
        if (before == null || count == null) {
            return;
        }
        long gone = before.outcomes().gone();
        var outcomes = count.outcomes(gone);
        throughput.note(outcomes.done(), nowNanos);
        var state = before.state();
        var reason = state == State.RUNNING ? whyNow(why) : before.why();
        if (state == State.RUNNING && before.position() == before.total() && outcomes.done() >= before.total()) {
            state = State.FINISHED;
            reason = gone > 0 ? gone + " chats were gone from their topics by retention" : null;
        } else if (state == State.RUNNING && failsOnly(outcomes)) {
            state = State.PAUSED;
            reason = "paused by itself: the last %d chats all failed (%s); mend the cause and resume, or cancel"
                    .formatted(outcomes.failed() - resumedAt.failed(), count.lastFailure());
        }
        report(state, outcomes, reason, now);
    }

    private @Nullable String whyNow(@Nullable String why) {
        return why == null && underWay() > 0 && throughput.hasStopped()
                ? "its chats wait in the bulk lane behind older ones; it goes on by itself"
                : why;
    }

    private boolean failsOnly(Outcomes outcomes) {
        long failed = outcomes.failed() - resumedAt.failed();
        return failed >= FAILURES_THAT_SUFFICE && failed == outcomes.done() - resumedAt.done();
    }

    private void report(State state, Outcomes outcomes, @Nullable String why, Instant now) {
        var before = Objects.requireNonNull(progress);
        double rate = state == State.RUNNING ? throughput.perSecond() : 0;
        long left = before.total() - outcomes.done();
        isChanged |=
                state != before.state() || !outcomes.equals(before.outcomes()) || !Objects.equals(why, before.why());
        progress = new Progress(
                id(),
                before.orderNumber(),
                state,
                before.quote(),
                before.position(),
                outcomes,
                rate,
                rate > 0 ? Long.valueOf(Math.round(Math.ceil(left / rate))) : null,
                why,
                before.outcomesFrom(),
                now);
    }

    /** Chats of the plan that were sent. */
    long position() {
        return progress == null ? 0 : progress.position();
    }

    /** Chats that were sent and have no outcome yet. */
    long underWay() {
        return progress == null ? 0 : progress.position() - progress.outcomes().done();
    }

    double rate() {
        return throughput.perSecond();
    }

    /** Whether it would send one more chat now; it counts against its rate then. */
    boolean takesTurn(long nowNanos) {
        return is(State.RUNNING)
                && Objects.requireNonNull(progress).position() < progress.total()
                && rateCap.take(nowNanos);
    }

    /** It had no chat to send: its turn does not count. */
    void passesTurn() {
        rateCap.giveBack();
    }

    /** One more chat of the plan was sent, or was gone. */
    void sent(boolean wasGone) {
        var before = Objects.requireNonNull(progress);
        var outcomes = before.outcomes();
        long gone = outcomes.gone() + (wasGone ? 1 : 0);
        progress = new Progress(
                id(),
                before.orderNumber(),
                before.state(),
                before.quote(),
                before.position() + 1,
                new Outcomes(outcomes.scored(), outcomes.skipped(), outcomes.failed(), gone),
                before.rate(),
                before.secondsLeft(),
                before.why(),
                before.outcomesFrom(),
                before.at());
        isChanged = true;
    }

    /** Whether there is something to report that was not; it counts as reported then. */
    boolean takeChange() {
        boolean was = isChanged;
        isChanged = false;
        return was;
    }
}
