package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.worker.evaluate.Lane;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplicaPoolTest {
    private static final CallOutcome.Retry GONE = new CallOutcome.Retry(CallOutcome.Trouble.UNREACHABLE, "gone");

    @Test
    void callsGoToTheReplicaWithTheLeastUnderWay() throws Exception {
        var pool = pool(4, 1.0);

        var first = pool.acquire(Lane.LIVE, null, null);
        var second = pool.acquire(Lane.LIVE, null, null);

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aRepairGoesToTheReplicaThatItPrefers() throws Exception {
        var pool = pool(4, 1.0);
        var busy = pool.acquire(Lane.LIVE, null, null);

        assertThat(pool.acquire(Lane.LIVE, busy.name(), null)).isEqualTo(busy);
    }

    @Test
    void aFreedPermitGoesToTheLiveLaneThoughBulkWaitsLonger() throws Exception {
        var pool = pool(1, 1.0);
        var held = List.of(pool.acquire(Lane.BULK, null, null), pool.acquire(Lane.BULK, null, null));
        var served = new CopyOnWriteArrayList<Lane>();
        waitFor(pool, Lane.BULK, served);
        waitFor(pool, Lane.LIVE, served);

        pool.releaseAnswered(held.getFirst(), Lane.BULK, false);

        await().untilAsserted(() -> assertThat(served).containsExactly(Lane.LIVE));
    }

    @Test
    void bulkNeverHoldsMoreThanItsShareOfAReplica() throws Exception {
        var pool = pool(10, 0.7);
        var served = new CopyOnWriteArrayList<Lane>();

        IntStream.range(0, 20).forEach(number -> waitFor(pool, Lane.BULK, served));

        await().untilAsserted(() -> assertThat(served).hasSize(14));
        assertThat(pool.acquire(Lane.LIVE, null, null)).isNotNull();
    }

    @Test
    void anInterruptedWaiterTakesNoPermitWithIt() throws Exception {
        var pool = pool(1, 1.0);
        var held = List.of(pool.acquire(Lane.LIVE, null, null), pool.acquire(Lane.LIVE, null, null));
        var waiter = waitFor(pool, Lane.LIVE, new CopyOnWriteArrayList<>());

        waiter.interrupt();
        waiter.join();
        held.forEach(replica -> pool.releaseAnswered(replica, Lane.LIVE, false));

        assertThat(pool.acquire(Lane.LIVE, null, null)).isNotEqualTo(pool.acquire(Lane.LIVE, null, null));
    }

    @Test
    void aReplicaThatFailsInARowIsLeftAlone() throws Exception {
        var pool = pool(4, 1.0);
        var failing = pool.acquire(Lane.LIVE, null, null);
        pool.releaseFailed(failing, Lane.LIVE, GONE);
        for (int i = 0; i < 2; i++) {
            pool.releaseFailed(pool.acquire(Lane.LIVE, failing.name(), null), Lane.LIVE, GONE);
        }

        assertThat(pool.acquire(Lane.LIVE, failing.name(), null)).isNotEqualTo(failing);
    }

    @Test
    void aReplicaThatHasJustFailedIsPassedOverWhileAnotherIsFree() throws Exception {
        var pool = pool(2, 1.0);
        var failed = pool.acquire(Lane.LIVE, null, null);
        pool.releaseFailed(failed, Lane.LIVE, GONE);

        assertThat(pool.acquire(Lane.LIVE, failed.name(), failed.name())).isNotEqualTo(failed);
        assertThat(pool.acquire(Lane.LIVE, null, failed.name())).isNotEqualTo(failed);
        assertThat(pool.acquire(Lane.LIVE, null, failed.name())).isEqualTo(failed);
    }

    @Test
    void idleReplicasTakeTurns() throws Exception {
        var pool = pool(4, 1.0);
        var first = pool.acquire(Lane.LIVE, null, null);
        pool.releaseAnswered(first, Lane.LIVE, false);
        var names = new HashSet<String>();
        for (int i = 0; i < 4; i++) {
            var next = pool.acquire(Lane.LIVE, null, null);
            names.add(next.name());
            pool.releaseAnswered(next, Lane.LIVE, false);
        }

        assertThat(names).containsExactlyInAnyOrder("gpu:1", "gpu:2");
    }

    private static Thread waitFor(ReplicaPool pool, Lane lane, List<Lane> served) {
        var thread = Thread.ofPlatform().start(() -> {
            try {
                pool.acquire(lane, null, null);
                served.add(lane);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() != Thread.State.RUNNABLE && thread.getState() != Thread.State.NEW);
        return thread;
    }

    private static ReplicaPool pool(int cap, double bulkShare) {
        var replicas = List.of(URI.create("http://gpu:1"), URI.create("http://gpu:2"));
        return new ReplicaPool(Properties.of(replicas, cap, bulkShare, Duration.ofSeconds(30)));
    }
}
