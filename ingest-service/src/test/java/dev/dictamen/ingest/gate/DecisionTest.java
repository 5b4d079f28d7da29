package dev.dictamen.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.SkipReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule of the gate. */
class DecisionTest {
    private static final String HASH = "aa".repeat(ContentHash.BYTES);
    private static final String OTHER = "bb".repeat(ContentHash.BYTES);
    private static final LastEmitted LAST = new LastEmitted(HASH, 1_000, 3, 50, LastEmitted.NO_TIME);

    @Test
    void aChatNeverSeenGetsTheRecordsTimeAsItsRevision() {
        assertThat(Decision.of(null, HASH, new FoundAt(3, 50, 1_000), null)).isEqualTo(new Decision.Emit(1_000));
    }

    @Test
    void aRecordWithoutATimeStillGetsAPositiveRevision() {
        assertThat(Decision.of(null, HASH, new FoundAt(3, 50, 0), null)).isEqualTo(new Decision.Emit(1));
    }

    @Test
    void unchangedContentIsDropped() {
        assertThat(Decision.of(LAST, HASH, new FoundAt(3, 51, 2_000), null)).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void theSameRecordSeenAgainIsEmittedAgainUnderItsRevision() {
        assertThat(Decision.of(LAST, HASH, new FoundAt(3, 50, 1_000), null)).isEqualTo(new Decision.EmitAgain(1_000));
    }

    @Test
    void changedContentGetsAHigherRevision() {
        assertThat(Decision.of(LAST, OTHER, new FoundAt(3, 51, 2_000), null)).isEqualTo(new Decision.Emit(2_000));
    }

    @Test
    void aRevisionGrowsAlsoWhenTheClockStoodStill() {
        assertThat(Decision.of(LAST, OTHER, new FoundAt(3, 51, 900), null)).isEqualTo(new Decision.Emit(1_001));
    }

    @Test
    void anOlderRecordSeenAgainIsDropped() {
        assertThat(Decision.of(LAST, OTHER, new FoundAt(3, 49, 900), null)).isEqualTo(new Decision.Outdated());
    }

    @Test
    void anOffsetThatBeganAnewDoesNotHideANewerChat() {
        assertThat(Decision.of(LAST, OTHER, new FoundAt(3, 0, 9_000), null)).isEqualTo(new Decision.Emit(9_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"VANISHED", "UNREADABLE"})
    void thatAKnownChatHasVanishedOrCannotBeReadAnyMoreChangesNothing(SkipReason reason) {
        assertThat(Decision.of(LAST, OTHER, new FoundAt(3, 51, 2_000), reason)).isEqualTo(new Decision.Outdated());
        assertThat(Decision.of(null, OTHER, new FoundAt(3, 51, 2_000), reason)).isEqualTo(new Decision.Emit(2_000));
    }
}
