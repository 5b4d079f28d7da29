package dev.dictamen.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
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
    void hasALongTailWhenItIsLogNormal() {
        var spread = new Latency.Spread(Duration.ofMillis(1000), Duration.ofMillis(500));
        var latency = new Latency(spread, new Latency.Spread(Duration.ZERO, Duration.ZERO), CONSTANT, 1, 0.8);

        var seconds = new SplittableRandom(7)
                .longs(4000)
                .mapToDouble(seed -> latency.draw(1, 1, 0, new SplittableRandom(seed))
                                .total()
                                .toMillis()
                        / 1000.0)
                .sorted()
                .toArray();

        assertThat(Arrays.stream(seconds).average().orElseThrow()).isBetween(0.9, 1.1);
        assertThat(seconds[2000]).isBetween(0.65, 0.8);
        assertThat(seconds[3960]).isBetween(3.5, 6.0);
        assertThat(seconds[3999]).isLessThanOrEqualTo(12);
    }

    @Test
    void refusesAFactorBelowOne() {
        assertThatThrownBy(() -> latency(1, 0, 1, CONSTANT, 0.5)).hasMessageContaining("time-factor-under-load");
    }

    private static Latency latency(
            long firstMs, long firstDevMs, long tokenMs, Latency.Prefill prefill, double factor) {
        return new Latency(
                new Latency.Spread(Duration.ofMillis(firstMs), Duration.ofMillis(firstDevMs)),
                new Latency.Spread(Duration.ofMillis(tokenMs), Duration.ZERO),
                prefill,
                factor,
                0);
    }
}
