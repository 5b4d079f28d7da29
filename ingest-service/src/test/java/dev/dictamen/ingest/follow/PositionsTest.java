package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The log is done with only up to the first chat that is yet to be read. */
class PositionsTest {
    private final Positions<String> positions = new Positions<>();

    @Test
    void aBatchWithoutChatsIsDoneAtOnceAndToldOnce() {
        positions.add("1");

        assertThat(positions.takeDone()).contains("1");
        assertThat(positions.takeDone()).isEmpty();
    }

    @Test
    void aBatchIsDoneWithItsLastChat() {
        var mark = positions.add("1");
        var one = mark.hold();
        var other = mark.hold();

        other.done();
        assertThat(positions.takeDone()).isEmpty();
        one.done();
        assertThat(positions.takeDone()).contains("1");
    }

    @Test
    void whatCameBeforeHoldsBackWhatCameAfter() {
        var first = positions.add("1").hold();
        positions.add("2");
        var third = positions.add("3").hold();

        assertThat(positions.takeDone()).isEmpty();
        first.done();
        assertThat(positions.takeDone()).contains("2");
        third.done();
        assertThat(positions.takeDone()).contains("3");
    }
}
