package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplicaStatisticsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ReplicaStatistics statistics = new ReplicaStatistics();

    @Test
    void percentilesAreOfTheAnsweredCallsOfTheLastMinute() {
        statistics.answered(90_000, 1, 0);
        LongStream.rangeClosed(1, 100).forEach(millis -> statistics.answered(millis, 1, 100 * SECOND));

        var times = new Percentiles(statistics.millis(100 * SECOND));

        assertThat(times.at(0.5)).isEqualTo(50);
        assertThat(times.at(0.95)).isEqualTo(95);
        assertThat(statistics.answered()).isEqualTo(101);
    }

    @Test
    void tokensPerSecondAreThoseOfTheTimeThatIsRemembered() {
        statistics.answered(2_000, 100, 2 * SECOND);
        statistics.answered(2_000, 300, 4 * SECOND);

        assertThat(statistics.tokensPerSecond(4 * SECOND)).isEqualTo(100);
        assertThat(statistics.tokensPerSecond(8 * SECOND)).isEqualTo(50);
        assertThat(statistics.tokensPerSecond(100 * SECOND)).isZero();
    }

    @Test
    void whatWasNotAnsweredIsCounted() {
        statistics.wasted();

        assertThat(statistics.wastedCalls()).isEqualTo(1);
        assertThat(new Percentiles(statistics.millis(0)).at(0.5)).isNull();
    }

    @Test
    void memoryIsBounded() {
        LongStream.range(0, 10_000).forEach(number -> statistics.answered(1, 1, number));

        assertThat(statistics.millis(10_000)).hasSizeLessThanOrEqualTo(2_000);
        assertThat(statistics.answered()).isEqualTo(10_000);
    }
}
