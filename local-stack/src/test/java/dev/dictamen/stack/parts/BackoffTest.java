package dev.dictamen.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void earlyDeathsMakeThePauseGrowToALimit() {
        assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            backoff.after(Duration.ofSeconds(1));
        }
        assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLongLifeIsForgiven() {
        for (int i = 0; i < 10; i++) {
            backoff.after(Duration.ofSeconds(1));
        }

        assertThat(backoff.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofMillis(500));
    }
}
