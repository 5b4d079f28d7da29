package dev.dictamen.ingest.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LostSignalsTest {
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final LostSignals lost = new LostSignals(new SimpleMeterRegistry(), clock.withZone(ZoneOffset.UTC));

    @Test
    void onceMayBeChance() {
        lost.add(3, true);

        assertThat(lost.areFrequent()).isFalse();
        assertThat(lost.reconciled()).isEqualTo(3);
        assertThat(lost.lastAt()).contains(now);
    }

    @Test
    void theSecondTimeItIsToldUntilHalfAnHourPassesWithoutAny() {
        lost.add(1, true);
        now = now.plus(Duration.ofMinutes(30));
        lost.add(1, true);
        assertThat(lost.areFrequent()).isTrue();

        now = now.plus(Duration.ofMinutes(30));
        assertThat(lost.areFrequent()).isTrue();
        now = now.plusMillis(1);
        assertThat(lost.areFrequent()).isFalse();

        lost.add(1, true);
        assertThat(lost.areFrequent()).as("that is a first time again").isFalse();
    }

    @Test
    void whatTheLogCouldNotNameYetIsNoLoss() {
        lost.add(5, false);
        lost.add(5, false);

        assertThat(lost.areFrequent()).isFalse();
        assertThat(lost.reconciled()).isEqualTo(10);
    }
}
