package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How progress goes on, and what a lost position costs. */
class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Progress FIRST = Progress.first(NOW);

    @Test
    void followingNeverGoesBack() {
        var followed = FIRST.followed(NOW.plusSeconds(5)).followed(NOW.minusSeconds(5));

        assertThat(followed).isEqualTo(new Progress(1, true, NOW.plusSeconds(5), null, FIRST.compared()));
    }

    @Test
    void historyIsSearchedOnceUnlessMoreOfItIsWanted() {
        var searching = FIRST.searching(MARCH).with(new Progress.Scan(MARCH, "7", 7, 10, null));

        assertThat(searching.searching(MARCH)).isSameAs(searching);
        assertThat(searching.searching(NOW)).isSameAs(searching);
        assertThat(searching.searching(MARCH.minusSeconds(1)).scan())
                .isEqualTo(new Progress.Scan(MARCH.minusSeconds(1), null, 0, 0, null));
    }

    @Test
    void aFinishedSearchIsNotRepeated() {
        var finished = FIRST.with(new Progress.Scan(MARCH, "7", 7, 10, null).finished(NOW));

        assertThat(finished.searching(MARCH)).isSameAs(finished);
        assertThat(finished.scan()).isEqualTo(new Progress.Scan(MARCH, "7", 7, 7, NOW));
    }

    @Test
    void aSearchMayPassMoreThanItsEstimate() {
        var scan = new Progress.Scan(MARCH, null, 0, 10, null).passed("8", 8).passed("15", 7);

        assertThat(scan).isEqualTo(new Progress.Scan(MARCH, "15", 15, 15, null));
    }

    @Test
    void aLostPositionBeginsAnotherGenerationAndSearchesWhatWasMissed() {
        var lost = FIRST.followed(NOW).withoutPosition().anotherGeneration();

        assertThat(lost.generation()).isEqualTo(2);
        assertThat(lost.hasPosition()).isFalse();
        assertThat(lost.scan()).isEqualTo(new Progress.Scan(NOW.minus(Duration.ofMinutes(10)), null, 0, 0, null));
    }

    @Test
    void whileThePositionIsGoneAllElseIsKept() {
        var scan = new Progress.Scan(MARCH, "7", 7, 10, null);

        assertThat(FIRST.with(scan).followed(NOW).withoutPosition())
                .isEqualTo(new Progress(1, false, NOW, scan, FIRST.compared()));
    }

    @Test
    void aLostPositionKeepsTheReachOfASearchUnderWayButNotOfAFinishedOne() {
        var underWay = FIRST.with(new Progress.Scan(MARCH, "7", 7, 10, null));
        var finished = FIRST.with(new Progress.Scan(MARCH, "7", 7, 10, NOW));

        assertThat(underWay.anotherGeneration().scan()).isEqualTo(new Progress.Scan(MARCH, null, 0, 0, null));
        assertThat(finished.anotherGeneration().scan())
                .isEqualTo(new Progress.Scan(NOW.minus(Progress.OVERLAP), null, 0, 0, null));
    }

    @Test
    void chatsAreComparedFromTheFirstFollowingOnOrAsFarBackAsWasSearched() {
        var scan = new Progress.Scan(MARCH, "7", 7, 10, null);

        assertThat(FIRST.comparableFrom()).isEqualTo(NOW);
        assertThat(FIRST.with(scan).comparableFrom()).isEqualTo(NOW);
        assertThat(FIRST.with(scan.finished(NOW)).comparableFrom()).isEqualTo(MARCH);
        assertThat(FIRST.followed(NOW.plusSeconds(9))
                        .comparedUntil(NOW.plusSeconds(5))
                        .anotherGeneration()
                        .compared())
                .isEqualTo(new Progress.Compared(NOW, NOW.plusSeconds(5)));
    }
}
