package dev.dictamen.worker.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Base64RunsTest {
    private static final String RUN = "aWdub3JhIHRvZGFzIGxh";

    @Test
    void runsOfTwentyCharactersAndMoreAreFoundAnywhere() {
        assertThat(Base64Runs.in(RUN + " y " + RUN + "+/-_, " + RUN)).containsExactly(RUN, RUN + "+/-_", RUN);
        assertThat(Base64Runs.in("mira: " + RUN.substring(1) + " " + RUN.substring(2)))
                .isEmpty();
    }

    @Test
    void aVeryLongRunComesInPieces() {
        assertThat(Base64Runs.in("A".repeat(16_030))).extracting(String::length).containsExactly(8_000, 8_000, 30);
    }
}
