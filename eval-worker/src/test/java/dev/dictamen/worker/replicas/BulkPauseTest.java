package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BulkPauseTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final BulkPause pause = new BulkPause(Duration.ofSeconds(15));

    @Test
    void itHoldsWhileTheOldestLiveQuestionIsTooOld() {
        pause.opened(NOON);
        pause.opened(NOON.plusSeconds(10));

        assertThat(pause.look(NOON.plusSeconds(15))).isFalse();
        assertThat(pause.look(NOON.plusSeconds(16))).isTrue();
        assertThat(pause.isOn()).isTrue();
        pause.closed(NOON);
        assertThat(pause.look(NOON.plusSeconds(16))).isFalse();
        assertThat(pause.isOn()).isFalse();
    }

    @Test
    void twoQuestionsOfTheSameTimeAreTwo() {
        pause.opened(NOON);
        pause.opened(NOON);
        pause.closed(NOON);

        assertThat(pause.look(NOON.plusSeconds(20))).isTrue();
        pause.closed(NOON);
        assertThat(pause.look(NOON.plusSeconds(20))).isFalse();
    }

    @Test
    void withoutLiveQuestionsBulkGoesOn() {
        assertThat(pause.look(NOON)).isFalse();
    }
}
