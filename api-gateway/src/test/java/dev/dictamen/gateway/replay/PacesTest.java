package dev.dictamen.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport.Outcomes;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.ErrorResponseException;

class PacesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void aQuotedReplayStartsWithTheNumberThatWasQuoted() {
        assertThat(quoted(500, null).started(null, 1_000)).isEqualTo(new Pace(Wanted.RUN, 500L, 20.0));
        assertThat(quoted(1_000, null).started(null, 1_000).confirmedTotal()).isEqualTo(1_000);
        assertThat(quoted(1_001, null).started(1_001L, 1_000).confirmedTotal()).isEqualTo(1_001);
    }

    @Test
    void aLargeOneIsConfirmedByItsNumberAndBySoMuchAsIsTrue() {
        assertRefused(() -> quoted(1_001, null).started(null, 1_000), "confirm: 1001 chats");
        assertRefused(() -> quoted(1_001, null).started(1_000L, 1_000), "confirm: 1001 chats");
        assertRefused(() -> quoted(5, null).started(6L, 1_000), "confirm: 5 chats");
    }

    @Test
    void whereNothingWouldRunItIsSaidWhy() {
        assertRefused(() -> quoted(0, "no chat closed in that time").started(0L, 10), "no chat closed in that time");
        assertRefused(() -> quoted(0, null).started(null, 10), "no chat is in the selection");
    }

    @Test
    void whatIsNotQuotedDoesNotStart() {
        assertRefused(() -> new Paces(order(Wanted.QUOTE), Optional.empty()).started(null, 10), "is quoting");
        for (var state : new State[] {State.RUNNING, State.PAUSED, State.FINISHED, State.CANCELLED}) {
            assertRefused(() -> in(state, Wanted.RUN).started(null, 10), "is " + state.word());
        }
    }

    @Test
    void aPauseMayFollowAStartAndAResumeAPauseAtOnce() {
        assertThat(in(State.QUOTED, Wanted.RUN).paused().wanted()).isEqualTo(Wanted.PAUSE);
        assertThat(in(State.RUNNING, Wanted.PAUSE).resumed().wanted()).isEqualTo(Wanted.RUN);
        assertThat(in(State.RUNNING, Wanted.RUN).paused().wanted()).isEqualTo(Wanted.PAUSE);
        assertThat(in(State.PAUSED, Wanted.PAUSE).resumed()).isEqualTo(new Pace(Wanted.RUN, 7L, 20.0));
        assertRefused(() -> in(State.QUOTED, Wanted.QUOTE).paused(), "paused while it runs");
        assertRefused(() -> in(State.RUNNING, Wanted.RUN).resumed(), "resumed while it is paused");
    }

    @Test
    void aRateChangesNothingElse() {
        assertThat(in(State.PAUSED, Wanted.PAUSE).rated(null)).isEqualTo(new Pace(Wanted.PAUSE, 7L, null));
        assertThat(in(State.QUOTED, Wanted.QUOTE).rated(0.5)).isEqualTo(new Pace(Wanted.QUOTE, 7L, 0.5));
    }

    @Test
    void whatWasNeverCountedCanBeCancelled() {
        assertThat(new Paces(order(Wanted.QUOTE), Optional.empty()).cancelled().wanted())
                .isEqualTo(Wanted.CANCEL);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"CANCELLED", "FINISHED"})
    void whatHasEndedStaysAsItIs(State state) {
        assertAllRefused(in(state, Wanted.RUN), "is " + state.word());
    }

    @Test
    void whatIsBeingCancelledIsNotBroughtBack() {
        assertAllRefused(in(State.RUNNING, Wanted.CANCEL), "is being cancelled");
    }

    private static void assertAllRefused(Paces paces, String detail) {
        Stream.<ThrowingCallable>of(paces::paused, paces::resumed, paces::cancelled, () -> paces.rated(1.0))
                .forEach(change -> assertRefused(change, detail));
    }

    private static void assertRefused(ThrowingCallable change, String detail) {
        assertThatThrownBy(change).isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
            assertThat(refusal.getStatusCode().value()).isEqualTo(409);
            assertThat(refusal.getBody().getDetail()).contains(detail);
        });
    }

    private static Paces quoted(long willRun, @Nullable String explanation) {
        return new Paces(order(Wanted.QUOTE), Optional.of(progress(State.QUOTED, willRun, explanation)));
    }

    private static Paces in(State state, Wanted wanted) {
        return new Paces(order(wanted), Optional.of(progress(state, 7, null)));
    }

    private static ReplayOrder order(Wanted wanted) {
        return new ReplayOrder(
                "r-20261128-k3xq7b",
                2,
                "Noviembre",
                Selection.ALL,
                Ask.with("2026-12-1"),
                Mode.COMPARE,
                new Pace(wanted, 7L, 20.0),
                "ana",
                NOW);
    }

    private static Progress progress(State state, long willRun, @Nullable String explanation) {
        var quote = new Quote(willRun, 0, 0, 0, willRun, Quote.Cost.UNKNOWN, explanation, NOW);
        return new Progress("r-20261128-k3xq7b", 2, state, quote, 0, Outcomes.NONE, 0, null, null, Map.of(), NOW);
    }
}
