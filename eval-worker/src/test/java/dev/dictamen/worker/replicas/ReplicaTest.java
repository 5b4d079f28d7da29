package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.ReplicaStatus.State;
import dev.dictamen.worker.judge.Lane;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplicaTest {
    private static final URI ADDRESS = URI.create("http://user:secret@gpu:8000/");
    private static final PermitRequest WANTED =
            new PermitRequest(Lane.LIVE, Instant.EPOCH, 100, null, null, PermitRequest.Past.CLEAN);

    private Replica replica = replica(Duration.ZERO);
    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    @Test
    void itsNameHoldsNoCredentials() {
        assertThat(replica.name()).isEqualTo("gpu:8000");
    }

    @Test
    void threeFailuresInARowLeaveItAloneForAPause() {
        fail(Trouble.UNREACHABLE, 2);
        assertThat(takes()).isTrue();

        fail(Trouble.UNREACHABLE, 1);

        assertThat(takes()).isFalse();
        pass(Duration.ofMillis(500));
        assertThat(takes()).isTrue();
    }

    @Test
    void oneProbeAtATimeDecides() {
        fail(Trouble.BROKEN, 3);
        pass(Duration.ofSeconds(1));
        var probe = begin();

        assertThat(takes()).isFalse();

        replica.end(probe, now);
        assertThat(replica.answered(probe, false, now)).isTrue();
        begin();
        assertThat(takes()).isTrue();
    }

    @Test
    void aProbeThatFailsLengthensThePause() {
        fail(Trouble.BROKEN, 3);
        pass(Duration.ofMillis(500));
        fail(Trouble.BROKEN, 1);

        pass(Duration.ofMillis(900));
        assertThat(takes()).isFalse();
        pass(Duration.ofMillis(100));
        assertThat(takes()).isTrue();
    }

    @Test
    void manyCallsThatFailTogetherOpenItOnce() {
        var calls = Stream.generate(this::begin).limit(8).toList();
        for (var call : calls) {
            replica.end(call, now);
            replica.failed(Trouble.UNREACHABLE, now);
        }

        pass(Duration.ofMillis(500));
        assertThat(takes()).isTrue();
    }

    @Test
    void aWrongKeyOrModelLeavesItAloneHoweverWellItSaysItIs() {
        fail(Trouble.WRONG_KEY, 3);
        replica.noteWell(now);

        assertThat(takes()).isFalse();
        assertThat(replica.state(now)).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void oneThatWasGoneIsTriedAsSoonAsItSaysThatItIsWell() {
        fail(Trouble.UNREACHABLE, 3);
        replica.noteWell(now);

        assertThat(takes()).isTrue();
        assertThat(replica.state(now)).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void oneThatFinishesNothingIsLeftAloneAndItsCallsAreBrokenOff() {
        var call = begin();
        replica.noteLoad(new Load(1, 0, 0.1, 700L), now);

        pass(Duration.ofSeconds(9));
        assertThat(replica.stalled(now)).isEmpty();
        pass(Duration.ofSeconds(1));

        assertThat(replica.stalled(now)).containsExactly(call);
        assertThat(replica.state(now)).isEqualTo(State.STALLED);
        replica.end(call, now);
        assertThat(takes()).isFalse();
    }

    @Test
    void aProbeThatStallsLengthensThePause() {
        stall();
        pass(Duration.ofMillis(500));
        assertThat(replica.breaker(now)).isEqualTo(ReplicaStatus.Breaker.HALF_OPEN);

        stall();

        pass(Duration.ofMillis(900));
        assertThat(takes()).isFalse();
        pass(Duration.ofMillis(100));
        assertThat(takes()).isTrue();
    }

    @Test
    void oneThatStallsIsNotTriedForSayingThatItIsWell() {
        stall();
        replica.noteWell(now);

        assertThat(takes()).isFalse();
    }

    @Test
    void aDrainedReplicaTakesNothingUntilItIsResumed() {
        begin();

        assertThat(replica.drain()).isTrue();
        assertThat(replica.drain()).isFalse();

        assertThat(takes()).isFalse();
        assertThat(replica.inFlight()).isEqualTo(1);
        assertThat(replica.state(now)).isEqualTo(State.DRAINING);
        assertThat(replica.resume(now)).isTrue();
        assertThat(takes()).isTrue();
    }

    @Test
    void oneThatComesBackGetsItsCapBackBySteps() {
        replica = replica(Duration.ofSeconds(10));
        assertThat(replica.cap(now)).isEqualTo(8);
        fail(Trouble.UNREACHABLE, 3);
        replica.answered(begin(), false, now);

        assertThat(replica.cap(now)).isEqualTo(1);
        assertThat(replica.state(now)).isEqualTo(State.STARTING);
        pass(Duration.ofSeconds(5));
        assertThat(replica.cap(now)).isEqualTo(4);
        pass(Duration.ofSeconds(5));
        assertThat(replica.cap(now)).isEqualTo(8);
        assertThat(replica.state(now)).isEqualTo(State.READY);
    }

    @Test
    void oneThatMetSomeQuestionsThatItCannotAnswerIsNotHeldBackAfterwards() {
        replica = replica(Duration.ofSeconds(10));
        fail(Trouble.BROKEN, 3);
        pass(Duration.ofSeconds(1));

        replica.answered(begin(), false, now);

        assertThat(replica.cap(now)).isEqualTo(8);
    }

    @Test
    void aSuspectIsAskedOnlyOnceTheControlQuestionWasAnsweredAndOneControlIsEnough() {
        var suspect = new PermitRequest(Lane.LIVE, Instant.EPOCH, 100, null, null, PermitRequest.Past.SUSPECT);
        assertThat(replica.begin(suspect, now).isControl()).isFalse();
        fail(Trouble.BROKEN, 1);

        var control = replica.begin(suspect, now);

        assertThat(control.isControl()).isTrue();
        assertThat(replica.takes(suspect, now)).isFalse();
        assertThat(replica.takes(WANTED, now)).isTrue();
        replica.end(control, now);
        replica.answered(control, false, now);
        assertThat(replica.begin(suspect, now).isControl()).isFalse();
    }

    @Test
    void aCallThatHadLittleTimeBlamesNobody() {
        fail(Trouble.LATE, 10);

        assertThat(takes()).isTrue();
        assertThat(replica.hasJustAnswered()).isTrue();
    }

    @Test
    void besideLiveCallsBulkHoldsNoMoreThanSlowsThemDownByWhatIsAllowed() {
        // 100 ms alone and 1 ms more for each other call: 10 ms more are allowed
        replica = replica(64);
        answerInTimeByLoad(Lane.BULK);
        assertThat(replica.bulkCap(now)).isEqualTo(32);

        answerInTimeByLoad(Lane.LIVE);

        assertThat(replica.bulkCap(now)).isBetween(9, 11);
        pass(Duration.ofSeconds(31));
        assertThat(replica.bulkCap(now)).isEqualTo(32);
    }

    @Test
    void ofWhatBulkMayHoldAWorkerTakesThePartThatItHasOfAllCalls() {
        replica = replica(64);
        answerInTimeByLoad(Lane.LIVE);
        begin();
        begin();

        replica.noteLoad(new Load(2, 0, 0.1, 1L), now);
        assertThat(replica.bulkCap(now)).isBetween(9, 11);
        replica.noteLoad(new Load(4, 0, 0.1, 1L), now);

        assertThat(replica.bulkCap(now)).isBetween(4, 6);
    }

    /** Rounds of calls that run together, in the time that so many take. */
    private void answerInTimeByLoad(Lane lane) {
        for (int round = 0; round < 20; round++) {
            int together = 1 + 2 * round;
            var wanted = new PermitRequest(lane, Instant.EPOCH, 100, null, null, PermitRequest.Past.CLEAN);
            var calls = Stream.generate(() -> replica.begin(wanted, now))
                    .limit(together)
                    .toList();
            pass(Duration.ofMillis(100 + together - 1));
            calls.forEach(call -> {
                replica.end(call, now);
                replica.answered(call, false, now);
            });
        }
    }

    private void stall() {
        var call = begin();
        pass(Duration.ofSeconds(20));
        assertThat(replica.stalled(now)).containsExactly(call);
        replica.end(call, now);
        replica.failed(Trouble.STALLED, now);
    }

    private Permit begin() {
        return replica.begin(WANTED, now);
    }

    private void fail(Trouble trouble, int times) {
        for (int i = 0; i < times; i++) {
            replica.failed(trouble, now);
        }
    }

    private boolean takes() {
        return replica.takes(Lane.LIVE, now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Replica replica(int cap) {
        return new Replica(ADDRESS, Properties.of(List.of(ADDRESS), cap, 0.5));
    }

    private static Replica replica(Duration slowStart) {
        return new Replica(ADDRESS, Properties.of(List.of(ADDRESS), 8, 0.5, Duration.ofSeconds(10), slowStart));
    }
}
