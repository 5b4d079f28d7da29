package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final StallWatch watch = new StallWatch(Duration.ofSeconds(10));

    @Test
    void nothingUnderWayIsNoStall() {
        assertThat(watch.isStalled(false, 100 * SECOND)).isFalse();
    }

    @Test
    void tokensThatRiseAreProgressThoughNoCallEnds() {
        for (long second = 0; second <= 60; second += 2) {
            watch.saw(1_000 + second, second * SECOND);
            assertThat(watch.isStalled(true, second * SECOND)).isFalse();
        }

        watch.saw(1_060L, 70 * SECOND);
        assertThat(watch.isStalled(true, 70 * SECOND)).isTrue();
    }

    @Test
    void aServerThatStartedAnewHasMadeProgress() {
        watch.saw(1_000L, 0);
        watch.saw(3L, 9 * SECOND);

        assertThat(watch.isStalled(true, 18 * SECOND)).isFalse();
    }

    @Test
    void oneThatTellsNoTokensHasTwiceTheTime() {
        watch.progressed(0);
        watch.saw(null, 0);

        assertThat(watch.isStalled(true, 19 * SECOND)).isFalse();
        assertThat(watch.isStalled(true, 20 * SECOND)).isTrue();
    }

    @Test
    void tokensThatAreToldNowAndThenAreProgress() {
        watch.saw(1_000L, 0);
        watch.saw(null, 5 * SECOND);
        watch.saw(1_500L, 9 * SECOND);

        assertThat(watch.isStalled(true, 18 * SECOND)).isFalse();
    }
}
