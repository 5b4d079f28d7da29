package dev.dictamen.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Score;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final String RUN = "r-2026";

    private final Replay replay = new Replay(order(1, Wanted.QUOTE, null), null, 0);
    private final OutcomeCount count = new OutcomeCount();

    @Test
    void itIsCountedOnceForEachWishAndThenWaitsToBeConfirmed() {
        assertThat(replay.needsQuote()).isTrue();

        replay.quoted(quote(2), NOW);

        assertThat(replay.needsQuote()).isFalse();
        assertThat(progress().state()).isEqualTo(State.QUOTED);
    }

    @Test
    void itEndsWhenEveryChatThatItSentHasItsOutcome() {
        begin(2);
        replay.sent(false);
        replay.sent(false);
        replay.look(null, NOW, SECOND);
        assertThat(progress().state()).isEqualTo(State.RUNNING);

        outcomes(0, 2);
        replay.look(null, NOW, 2 * SECOND);

        assertThat(progress().state()).isEqualTo(State.FINISHED);
        assertThat(progress().outcomes().scored()).isEqualTo(2);
        assertThat(replay.isCounting()).isFalse();
    }

    @Test
    void whatWasCancelledStillCountsWhatWasUnderWay() {
        begin(10);
        replay.sent(false);

        wish(3, Wanted.CANCEL);
        assertThat(progress().state()).isEqualTo(State.CANCELLED);
        assertThat(replay.isCounting()).isTrue();
        assertThat(replay.takesTurn(0)).isFalse();

        outcomes(0, 1);
        replay.look(null, NOW, SECOND);
        assertThat(replay.isCounting()).isFalse();
        wish(4, Wanted.RUN);
        assertThat(progress().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aWishThatIsOlderChangesNothing() {
        begin(10);

        wish(1, Wanted.CANCEL);

        assertThat(progress().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void itSaysThatItsChatsWaitWhenNothingComesOfThem() {
        begin(10);
        replay.sent(false);

        IntStream.rangeClosed(1, 12).forEach(second -> replay.look(null, NOW, second * SECOND));

        assertThat(progress().why()).contains("behind older ones");
        outcomes(0, 1);
        replay.look(null, NOW, 13 * SECOND);
        assertThat(progress().why()).isNull();
    }

    @Test
    void thePaceIsThatOfLately() {
        begin(100);
        IntStream.range(0, 100).forEach(i -> replay.sent(false));
        replay.look(null, NOW, 0);
        outcomes(0, 20);
        replay.look(null, NOW, 2 * SECOND);

        assertThat(progress().rate()).isEqualTo(10);
        assertThat(progress().secondsLeft()).isEqualTo(8);
    }

    @Test
    void whoTakesItOverGoesOnWhereItWas() {
        begin(10);
        replay.sent(false);
        var saved = progress();

        var taken = new Replay(replay.order(), saved, 0);

        assertThat(taken.position()).isEqualTo(1);
        assertThat(taken.isCounting()).isTrue();
        assertThat(taken.isBeginning()).isFalse();
        assertThat(taken.needsQuote()).isFalse();
    }

    private void begin(long chats) {
        replay.quoted(quote(chats), NOW);
        replay.wish(order(2, Wanted.RUN, chats));
        assertThat(replay.isBeginning()).isTrue();
        replay.follow(Map.of(0, 7L), NOW);
        replay.countWith(count);
        assertThat(progress().outcomesFrom()).isEqualTo(Map.of(0, 7L));
    }

    private void wish(long number, Wanted wanted) {
        replay.wish(order(number, wanted, 10L));
        replay.follow(Map.of(), NOW);
    }

    private void outcomes(int from, int to) {
        IntStream.range(from, to)
                .mapToObj(i -> Evaluations.scored("chat-" + i, 1, Chats.CLOSED, Score.GOOD))
                .forEach(count::take);
    }

    private Progress progress() {
        return Objects.requireNonNull(replay.progress());
    }

    private static Quote quote(long willRun) {
        return new Quote(willRun, 0, 0, 0, willRun, Quote.Cost.UNKNOWN, null, NOW);
    }

    private static ReplayOrder order(long number, Wanted wanted, @Nullable Long confirmed) {
        return new ReplayOrder(
                RUN + "-1",
                number,
                "a test's",
                Selection.ALL,
                Ask.with("2026-11-3"),
                Mode.COMPARE,
                new Pace(wanted, confirmed, null),
                "test",
                NOW);
    }
}
