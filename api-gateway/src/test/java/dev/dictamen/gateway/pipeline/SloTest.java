package dev.dictamen.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SloTest {
    private static final Duration OBJECTIVE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void isMetWhileNoneIsLate() {
        var state = Slo.State.MET.next(LateChats.Found.NONE, OBJECTIVE);

        assertThat(Slo.of(state, OBJECTIVE, NOON)).isEqualTo(new Slo(30, false, null, null, 0));
    }

    @Test
    void isBreachedSinceTheMomentTheFirstBecameLateAndStaysSoWhileAnotherIs() {
        var first = Slo.State.MET.next(found(2, NOON), OBJECTIVE);
        var second = first.next(found(1, NOON.plusSeconds(20)), OBJECTIVE);

        assertThat(Slo.of(first, OBJECTIVE, NOON.plusSeconds(41)))
                .isEqualTo(new Slo(30, true, NOON.plusSeconds(30), 41L, 2));
        assertThat(Slo.of(second, OBJECTIVE, NOON.plusSeconds(60)))
                .isEqualTo(new Slo(30, true, NOON.plusSeconds(30), 40L, 1));
    }

    @Test
    void isMetAgainOnceNoneIsLateAndBreachedAgainLater() {
        var again = Slo.State.MET
                .next(found(2, NOON), OBJECTIVE)
                .next(LateChats.Found.NONE, OBJECTIVE)
                .next(found(1, NOON.plusSeconds(600)), OBJECTIVE);

        assertThat(Slo.of(again, OBJECTIVE, NOON.plusSeconds(640)).since()).isEqualTo(NOON.plusSeconds(630));
    }

    private static LateChats.Found found(long chats, Instant oldest) {
        return new LateChats.Found(chats, oldest, oldest);
    }
}
