package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlowdownTest {
    private final Slowdown slowdown = new Slowdown();
    private final Random random = new Random(7);
    private double besideAtMost = 40;
    private int perSecond = 100;
    private long nowNanos;

    @Test
    void nothingIsHeldBackBeforeAnythingIsKnown() {
        slowdown.answered(40, 2, 0);

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
    void bulkIsLetUpByNoMoreThanAHundredthACall() {
        answer(1_000, 0.8, 0.025, 0);
        int known = slowdown.callsWithin(0.5);

        answer(40, 0.8, 0, 0);

        assertThat(slowdown.callsWithin(0.5)).isBetween(known, (int) (known * 1.5));
    }

    /** A busy host, for the first burst: from then on little bulk runs, so that the load hardly varies. */
    @Test
    void whatMisledItIsForgotten() {
        perSecond = 20;
        answer(200, 0.8, 0.1, 0.3);
        assertThat(slowdown.callsWithin(0.1)).isLessThanOrEqualTo(2);

        perSecond = 4;
        besideAtMost = 5;
        answer(6 * 60 * 4, 0.8, 0, 0.3);

        assertThat(slowdown.callsWithin(0.1)).isGreaterThan(10);
    }

    /** Scatter alone would make a slowdown of it now and then. */
    @Test
    void aLoadThatHardlyVariesHoldsNothingDown() {
        besideAtMost = 3;
        answer(20_000, 0.8, 0.025, 0.3);

        assertThat(slowdown.callsWithin(0.1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatIsTrueIsNotForgottenWhileLittleBulkRuns() {
        perSecond = 20;
        answer(1_000, 0.8, 0.025, 0.3);

        perSecond = 4;
        for (int i = 0; i < 10 * 60 * 4; i++) {
            besideAtMost = 5 + slowdown.callsWithin(0.1);
            answer(1, 0.8, 0.025, 0.3);
        }

        assertThat(slowdown.callsWithin(0.1)).isBetween(2, 8);
    }

    /** Extrapolated from a load that hardly varied, a line says nothing. */
    @Test
    void whatIsSaidOfOtherLoadsComesFromLoadsThatDiffered() {
        answer(1_000, 0.8, 0.025, 0.3);

        besideAtMost = 2;
        answer(5_000, 0.8, 0.025, 0.3);

        assertThat(Objects.requireNonNull(slowdown.serviceTime()).millisPerCall())
                .isCloseTo(25, within(5.0));
    }

    @Test
    void aReplicaThatBecameFasterIsLearntAgain() {
        answer(3_000, 0.8, 0.025, 0.1);

        answer(20_000, 0.8, 0.0025, 0.1);

        assertThat(slowdown.callsWithin(0.1)).isBetween(25, 45);
    }

    /** Calls beside 0 to {@link #besideAtMost} others, times log-normal around a line. */
    private void answer(int many, double alone, double perCall, double sigma) {
        for (int i = 0; i < many; i++) {
            double others = besideAtMost * random.nextDouble();
            double scatter = Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
            nowNanos += 1_000_000_000L / perSecond;
            slowdown.answered(others, (alone + perCall * others) * scatter, nowNanos);
        }
    }
}
