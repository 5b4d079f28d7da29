package dev.dictamen.gateway.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.ReplicaStatus.Breaker;
import dev.dictamen.contract.ReplicaStatus.Pace;
import dev.dictamen.contract.ReplicaStatus.SetupFault;
import dev.dictamen.contract.ReplicaStatus.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void sumsWhatEachWorkerHasAndShowsTheWorstOfWhatTheySee() {
        var one = status("w-1", State.READY, Breaker.HALF_OPEN, new Pace(900L, 2000L, 40.5, 10, 1, 3), NOON);
        var two = status(
                "w-2", State.STALLED, Breaker.CLOSED, new Pace(800L, 2500L, 9.5, 5, 2, null), NOON.minusMillis(1));

        assertThat(Replica.merge(List.of(one, two)))
                .containsExactly(new Replica(
                        "gpu-1:8000",
                        State.STALLED,
                        Breaker.HALF_OPEN,
                        2,
                        6,
                        64,
                        900L,
                        2500L,
                        50.0,
                        15,
                        3,
                        3,
                        false,
                        null,
                        NOON,
                        List.of(one, two)));
    }

    @Test
    void anOpenBreakerAndAPersonsOrderShowEvenWhenOtherWorkersDoNotKnowYet() {
        var one = status("w-1", State.UNREACHABLE, Breaker.OPEN, Pace.NONE, NOON);
        var two = status("w-2", State.DRAINING, Breaker.CLOSED, Pace.NONE, NOON);

        var merged = Replica.merge(List.of(one, two)).getFirst();

        assertThat(merged.state()).isEqualTo(State.DRAINING);
        assertThat(merged.breaker()).isEqualTo(Breaker.OPEN);
        assertThat(merged.p50Millis()).isNull();
        assertThat(merged.serverWaiting()).isNull();
    }

    @Test
    void thereIsNoneWhereNoneIsReported() {
        assertThat(Replica.merge(List.of())).isEmpty();
    }

    @Test
    void whatOneWorkerFindsWrongWithItsSettingsIsWrongWithIt() {
        var fine = status("w-1", State.READY, Breaker.CLOSED, Pace.NONE, NOON);
        var wrong = status("w-2", State.READY, SetupFault.ANSWER_ELSEWHERE);

        assertThat(Replica.merge(List.of(fine, wrong)).getFirst().setupFault()).isEqualTo(SetupFault.ANSWER_ELSEWHERE);
        assertThat(Replica.merge(List.of(fine)).getFirst().setupFault()).isNull();
    }

    private static ReplicaStatus status(String worker, State state, SetupFault fault) {
        return new ReplicaStatus(
                "gpu-1:8000", worker, state, Breaker.CLOSED, 3, 32, Pace.NONE, null, false, fault, NOON);
    }

    private static ReplicaStatus status(String worker, State state, Breaker breaker, Pace pace, Instant at) {
        return new ReplicaStatus("gpu-1:8000", worker, state, breaker, 3, 32, pace, null, false, null, at);
    }
}
