package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.Usage;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A permit is given back exactly once however its call ends, and the call is counted once. */
class PermitEndTest {
    private static final PermitRequest WANTED =
            new PermitRequest(Lane.LIVE, Instant.EPOCH, 100, null, null, PermitRequest.Past.CLEAN);
    private static final Ending ANSWERED =
            new Ending.Answered(new Completion("{}", null, "stop", null, null, Usage.NONE));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ReplicaPool pool = new ReplicaPool(
            Properties.of(List.of(URI.create("http://gpu:1")), 4, 1.0), new JudgeMetrics(meters), Clock.systemUTC());
    private final Replica replica = pool.replicas().getFirst();

    static Stream<Ending> endings() {
        return Stream.of(
                ANSWERED,
                new Ending.Failed(Trouble.BROKEN, "HTTP 500"),
                new Ending.Refused("HTTP 400"),
                new Ending.Stopped());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whateverItCameTo(Ending ending) throws Exception {
        var ended = pool.call(WANTED, permit -> ending);

        assertThat(ended.ending()).isEqualTo(ending);
        assertThatOneEndedAs(ending.outcome());
    }

    @Test
    void whenTheCallerIsInterruptedOrTheCallThrows() {
        assertThatThrownBy(() -> pool.call(WANTED, permit -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThatOneEndedAs("cancelled");
        assertThatThrownBy(() -> pool.call(WANTED, permit -> {
                    throw new IllegalStateException("a mistake of ours");
                }))
                .hasMessage("a mistake of ours");

        assertThat(replica.inFlight()).isZero();
        assertThat(calls("cancelled")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aSecondTimeChangesNothing(Ending ending) throws Exception {
        var permit = pool.acquire(WANTED);
        var other = pool.acquire(WANTED);

        pool.end(permit, ending);
        pool.end(permit, ANSWERED);

        assertThat(replica.inFlight()).isEqualTo(1);
        assertThat(calls(ending.outcome())).isEqualTo(1);
        pool.end(other, ending);
        assertThat(replica.inFlight()).isZero();
    }

    @Test
    void theFirstRefusalBlamesTheQuestionAndTheNextTheReplica() throws Exception {
        Ending refused = new Ending.Refused("HTTP 400");

        assertThat(pool.call(WANTED, permit -> refused).blamesQuestion()).isTrue();
        assertThat(pool.call(WANTED, permit -> refused).blamesQuestion()).isFalse();
    }

    @Test
    void aCallThatBreaksAReplicaThatWasWellBlamesTheQuestion() throws Exception {
        Ending broken = new Ending.Failed(Trouble.BROKEN, "HTTP 500");
        var begunWell = pool.acquire(WANTED);

        assertThat(pool.call(WANTED, permit -> broken).blamesQuestion()).isTrue();
        assertThat(pool.call(WANTED, permit -> broken).blamesQuestion()).isFalse();
        assertThat(pool.end(begunWell, new Ending.Failed(Trouble.STALLED, ""))).isTrue();
    }

    @Test
    void aServerThatHasNoRoomBlamesNobodysQuestion() throws Exception {
        assertThat(pool.call(WANTED, permit -> new Ending.Failed(Trouble.BUSY, "HTTP 503"))
                        .blamesQuestion())
                .isFalse();
    }

    @Test
    void aWorkerThatNamesNoReplicasDoesNotStart() {
        var none = Properties.of(List.of(), 1, 1.0);

        assertThatThrownBy(() -> new ReplicaPool(none, new JudgeMetrics(meters), Clock.systemUTC()))
                .hasMessageContaining("JUDGE_REPLICAS");
    }

    private void assertThatOneEndedAs(String outcome) {
        assertThat(replica.inFlight()).isZero();
        assertThat(calls(outcome)).isEqualTo(1);
        assertThat(meters.find("judge.calls").counters().stream()
                        .filter(counter -> counter.count() > 0)
                        .map(counter -> counter.getId())
                        .map((Meter.Id id) -> id.getTag("outcome")))
                .containsExactly(outcome);
        assertThat(replica.statistics().answered() + replica.statistics().wastedCalls())
                .isEqualTo(1);
    }

    private double calls(String outcome) {
        return meters.get("judge.calls").tag("outcome", outcome).counter().count();
    }
}
