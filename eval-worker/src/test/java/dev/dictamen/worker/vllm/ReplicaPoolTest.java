package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.worker.evaluate.Lane;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplicaPoolTest {
    @Test
    void callsGoToTheReplicaWithTheLeastUnderWay() throws Exception {
        var pool = pool(4, 1.0);

        var first = pool.acquire(Lane.LIVE, null);
        var second = pool.acquire(Lane.LIVE, null);

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aRepairGoesToTheReplicaThatItPrefers() throws Exception {
        var pool = pool(4, 1.0);
        var busy = pool.acquire(Lane.LIVE, null);

        assertThat(pool.acquire(Lane.LIVE, busy.name())).isEqualTo(busy);
    }

    @Test
    void aFreedPermitGoesToTheLiveLaneThoughBulkWaitsLonger() throws Exception {
        var pool = pool(1, 1.0);
        var held = List.of(pool.acquire(Lane.BULK, null), pool.acquire(Lane.BULK, null));
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
        assertThat(pool.acquire(Lane.LIVE, null)).isNotNull();
    }

    @Test
    void anInterruptedWaiterTakesNoPermitWithIt() throws Exception {
        var pool = pool(1, 1.0);
        var held = List.of(pool.acquire(Lane.LIVE, null), pool.acquire(Lane.LIVE, null));
        var waiter = waitFor(pool, Lane.LIVE, new CopyOnWriteArrayList<>());

        waiter.interrupt();
        waiter.join();
        held.forEach(replica -> pool.releaseAnswered(replica, Lane.LIVE, false));

        assertThat(pool.acquire(Lane.LIVE, null)).isNotEqualTo(pool.acquire(Lane.LIVE, null));
    }

    @Test
    void aReplicaThatFailsInARowIsLeftAlone() throws Exception {
        var pool = pool(4, 1.0);
        var failing = pool.acquire(Lane.LIVE, null);
        pool.releaseFailed(failing, Lane.LIVE);
        for (int i = 0; i < 2; i++) {
            pool.releaseFailed(pool.acquire(Lane.LIVE, failing.name()), Lane.LIVE);
        }

        assertThat(pool.acquire(Lane.LIVE, failing.name())).isNotEqualTo(failing);
    }

    private static Thread waitFor(ReplicaPool pool, Lane lane, List<Lane> served) {
        var thread = Thread.ofPlatform().start(() -> {
            try {
                pool.acquire(lane, null);
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
        return new ReplicaPool(new VllmProperties(replicas, "model", "", cap, bulkShare, Duration.ofSeconds(30)));
    }
}
