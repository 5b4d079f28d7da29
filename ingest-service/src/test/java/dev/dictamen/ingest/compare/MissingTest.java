package dev.dictamen.ingest.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.compare.Missing.Finding;
import dev.dictamen.ingest.gate.GateMemory.Known;
import dev.dictamen.ingest.read.ClosedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissingTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant LATER = AT.plusMillis(1);

    private final Missing missing = new Missing();

    @Test
    void aChatThatNeverPassedWasNotPublished() {
        assertThat(missing.of(stated(AT), chat -> new Known.NotPassed())).isEqualTo(Finding.NOT_PUBLISHED);
    }

    @Test
    void aChatThatPassedWithItsClosingTimeWasPublished() {
        assertThat(missing.of(stated(AT), chat -> new Known.Passed(AT))).isEqualTo(Finding.PUBLISHED);
        assertThat(missing.of(stated(AT), chat -> new Known.Passed(LATER))).isEqualTo(Finding.PUBLISHED);
    }

    @Test
    void aChatThatClosedAgainSinceItPassedWasNotPublishedAsItIs() {
        assertThat(missing.of(stated(LATER), chat -> new Known.Passed(AT))).isEqualTo(Finding.NOT_PUBLISHED);
        assertThat(missing.of(stated(AT), chat -> new Known.Passed(null))).isEqualTo(Finding.NOT_PUBLISHED);
    }

    @Test
    void aRowThatOnlyTellsThatItChangedSinceLeavesADoubt() {
        assertThat(missing.of(changed(LATER), chat -> new Known.Passed(AT))).isEqualTo(Finding.DOUBTFUL);
        assertThat(missing.of(changed(AT), chat -> new Known.Passed(AT))).isEqualTo(Finding.PUBLISHED);
        assertThat(missing.of(changed(null), chat -> new Known.Passed(AT))).isEqualTo(Finding.PUBLISHED);
    }

    @Test
    void whatAnotherInstanceWouldKnowIsADoubt() {
        assertThat(missing.of(stated(AT), chat -> new Known.Elsewhere())).isEqualTo(Finding.DOUBTFUL);
    }

    @Test
    void whatWasReadIsNotAskedAgainUntilItsRowChanges() {
        missing.wasRead(stated(AT));

        assertThat(missing.of(stated(AT), chat -> new Known.NotPassed())).isEqualTo(Finding.PUBLISHED);
        assertThat(missing.of(stated(LATER), chat -> new Known.NotPassed())).isEqualTo(Finding.NOT_PUBLISHED);
    }

    private static ClosedRow stated(Instant at) {
        return new ClosedRow("7", at, at);
    }

    private static ClosedRow changed(@Nullable Instant at) {
        return new ClosedRow("7", null, at);
    }
}
