package dev.dictamen.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final Latency.Prefill CONSTANT =
            new Latency.Prefill(false, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    @Test
    void isPrefillPlusTheGapsBetweenTokens() {
        var latency = latency(100, 0, 10, CONSTANT, 1);

        assertThat(latency.timeToFirst(2000, 0.5, new SplittableRandom(1))).isEqualTo(Duration.ofMillis(100));
        assertThat(latency.decode(51, 0.5, new SplittableRandom(1))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void growsWithTheSlotsInUse() {
        var latency = latency(100, 0, 10, CONSTANT, 3);

        assertThat(latency.decode(2, 1, new SplittableRandom(1))).isEqualTo(Duration.ofMillis(30));
        assertThat(latency.timeToFirst(1, 0.5, new SplittableRandom(1))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void countsThePromptWhenThePrefillIsPerToken() {
        var prefill = new Latency.Prefill(true, Duration.ofMillis(50), Duration.ofNanos(30_000), Duration.ZERO);

        assertThat(latency(100, 0, 10, prefill, 1).timeToFirst(1000, 0, new SplittableRandom(1)))
                .isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void repeatsItselfWithTheSameSeedAndStaysNearItsMean() {
        var latency = latency(100, 90, 10, CONSTANT, 1);

        for (long seed = 0; seed < 200; seed++) {
            var sample = latency.timeToFirst(1, 0, new SplittableRandom(seed));
            assertThat(sample).isBetween(Duration.ofMillis(29), Duration.ofMillis(171));
            assertThat(sample).isEqualTo(latency.timeToFirst(1, 0, new SplittableRandom(seed)));
        }
    }

    @Test
    void refusesAFactorBelowOne() {
        assertThatThrownBy(() -> latency(1, 0, 1, CONSTANT, 0.5)).hasMessageContaining("time-factor-under-load");
    }

    private static Latency latency(
            long firstMs, long firstDevMs, long tokenMs, Latency.Prefill prefill, double factor) {
        return new Latency(
                Duration.ofMillis(firstMs),
                Duration.ofMillis(firstDevMs),
                Duration.ofMillis(tokenMs),
                Duration.ZERO,
                prefill,
                factor);
    }
}
