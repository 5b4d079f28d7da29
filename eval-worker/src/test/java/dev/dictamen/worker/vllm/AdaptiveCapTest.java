package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptiveCapTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AdaptiveCap cap = new AdaptiveCap(8, true);
    private long now = Long.MAX_VALUE - SECOND / 2;

    @Test
    void itIsHalvedOnceASecondAtMostAndNeverBelowOne() {
        cap.overloaded(now);
        cap.overloaded(now + SECOND / 2);
        assertThat(cap.cap()).isEqualTo(4);

        for (int i = 0; i < 5; i++) {
            now += SECOND;
            cap.overloaded(now);
        }

        assertThat(cap.cap()).isEqualTo(1);
    }

    @Test
    void itGrowsByOneForAsManyAnswersAsItIsWide() {
        cap.overloaded(now);

        answer(3);
        assertThat(cap.cap()).isEqualTo(4);
        answer(1);
        assertThat(cap.cap()).isEqualTo(5);
        answer(5);
        assertThat(cap.cap()).isEqualTo(6);
    }

    @Test
    void itNeverGrowsBeyondTheHardCap() {
        answer(1_000);

        assertThat(cap.cap()).isEqualTo(8);
    }

    private void answer(int times) {
        IntStream.range(0, times).forEach(number -> cap.answered());
    }
}
