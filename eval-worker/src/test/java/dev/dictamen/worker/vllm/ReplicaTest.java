package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.worker.evaluate.Lane;
import dev.dictamen.worker.vllm.CallOutcome.Trouble;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplicaTest {
    private final Replica replica = new Replica(URI.create("http://user:secret@gpu:8000/"));
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
        replica.begin(Lane.LIVE);

        assertThat(takes()).isFalse();

        replica.end(Lane.LIVE);
        assertThat(replica.answered(false)).isTrue();
        replica.begin(Lane.LIVE);
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
        for (int i = 0; i < 64; i++) {
            replica.begin(Lane.LIVE);
        }
        for (int i = 0; i < 64; i++) {
            replica.end(Lane.LIVE);
            replica.failed(Trouble.UNREACHABLE, now);
        }

        pass(Duration.ofMillis(500));
        assertThat(takes()).isTrue();
    }

    @Test
    void aWrongKeyOrModelLeavesItAloneAtOnceHoweverWellItSaysItIs() {
        fail(Trouble.MISCONFIGURED, 1);
        replica.isWell(now);

        assertThat(takes()).isFalse();
        assertThat(replica.isOpen()).isTrue();
    }

    @Test
    void oneThatWasGoneIsTriedAsSoonAsItSaysThatItIsWell() {
        fail(Trouble.UNREACHABLE, 3);
        replica.isWell(now);

        assertThat(takes()).isTrue();
        assertThat(replica.isOpen()).isTrue();
    }

    private void fail(Trouble trouble, int times) {
        for (int i = 0; i < times; i++) {
            replica.failed(trouble, now);
        }
    }

    private boolean takes() {
        return replica.takes(Lane.LIVE, 8, 4, now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
