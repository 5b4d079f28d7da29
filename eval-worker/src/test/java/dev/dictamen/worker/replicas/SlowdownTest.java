package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlowdownTest {
    private final Slowdown slowdown = new Slowdown();
    private final Random random = new Random(7);

    @Test
    void nothingIsHeldBackBeforeAnythingIsKnown() {
        slowdown.answered(40, 2);

        assertThat(slowdown.callsWithin(0.1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theLineIsFoundThoughTimesScatter() {
        // 0.8 s alone, 1/40 s more for each other call: 0.08 s more are three calls
        answer(3_000, 0.8, 0.025, 0.3);

        assertThat(slowdown.callsWithin(0.1)).isBetween(3, 4);
        assertThat(slowdown.callsWithin(0.5)).isBetween(15, 21);
    }

    @Test
    void aReplicaThatDoesNotSlowDownIsHardlyHeldBackHoweverItsTimesScatter() {
        answer(3_000, 0.8, 0, 0.3);

        assertThat(slowdown.callsWithin(0.1)).isGreaterThan(64);
    }

    @Test
    void whatIsKnownStaysWhileTheLoadDoesNotVary() {
        answer(1_000, 0.8, 0.025, 0);
        int known = slowdown.callsWithin(0.5);

        for (int i = 0; i < 20_000; i++) {
            slowdown.answered(12, 1.1);
        }

        assertThat(slowdown.callsWithin(0.5)).isBetween(known - 1, known + 1);
    }

    @Test
    void aReplicaThatBecameFasterIsLearntAgain() {
        answer(3_000, 0.8, 0.025, 0.1);

        answer(20_000, 0.8, 0.0025, 0.1);

        assertThat(slowdown.callsWithin(0.1)).isBetween(25, 45);
    }

    /** Calls beside 0 to 40 others, times log-normal around a line. */
    private void answer(int many, double alone, double perCall, double sigma) {
        for (int i = 0; i < many; i++) {
            double others = 40 * random.nextDouble();
            double scatter = Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
            slowdown.answered(others, (alone + perCall * others) * scatter);
        }
    }
}
