package dev.dictamen.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateCapTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void noMoreThanTheRateIsTakenHoweverOftenItIsAsked() {
        var cap = new RateCap(0);
        cap.set(20.0);

        long taken = LongStream.range(0, 10_000)
                .filter(i -> cap.take(i * SECOND / 1_000))
                .count();

        assertThat(taken).isBetween(200L, 202L);
    }

    @Test
    void aSlowRateIsKept() {
        var cap = new RateCap(0);
        cap.set(0.1);

        assertThat(cap.take(0)).isTrue();
        assertThat(cap.take(9 * SECOND)).isFalse();
        assertThat(cap.take(10 * SECOND)).isTrue();
    }

    @Test
    void aPauseIsNotMadeGoodAtOnce() {
        var cap = new RateCap(0);
        cap.set(20.0);

        assertThat(LongStream.range(0, 1_000)
                        .filter(i -> cap.take(3_600 * SECOND))
                        .count())
                .isEqualTo(10);
    }

    @Test
    void withoutARateAllIsTaken() {
        var cap = new RateCap(0);
        cap.set(20.0);
        cap.set(null);

        assertThat(LongStream.range(0, 1_000).filter(i -> cap.take(0)).count()).isEqualTo(1_000);
    }
}
