package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Usage;
import dev.dictamen.testing.guarantee.LiveBeforeBulk;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplicaPoolTest {
    private static final Ending GONE = new Ending.Failed(Trouble.UNREACHABLE, "gone");
    private static final Ending ANSWERED =
            new Ending.Answered(new Completion("{}", null, "stop", null, null, Usage.NONE));
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void callsGoToTheReplicaWithTheLeastUnderWay() throws Exception {
        var pool = pool(4, 1.0);

        var first = pool.acquire(wanted(Lane.LIVE));
        var second = pool.acquire(wanted(Lane.LIVE));

        assertThat(second.replica()).isNotEqualTo(first.replica());
    }

    @Test
    void aRepairGoesToTheReplicaThatItPrefers() throws Exception {
        var pool = pool(4, 1.0);
        var busy = pool.acquire(wanted(Lane.LIVE)).replica();

        assertThat(pool.acquire(preferring(busy.name())).replica()).isEqualTo(busy);
    }

    @Test
    void aFreedPermitGoesToTheLiveLaneThoughBulkWaitsLonger() throws Exception {
        var pool = pool(1, 1.0);
        var held = List.of(pool.acquire(wanted(Lane.BULK)), pool.acquire(wanted(Lane.BULK)));
        var served = new CopyOnWriteArrayList<Lane>();
        waitFor(pool, Lane.BULK, served);
        waitFor(pool, Lane.LIVE, served);

        pool.end(held.getFirst(), ANSWERED);

        await().untilAsserted(() -> assertThat(served).containsExactly(Lane.LIVE));
    }

    @Test
    void bulkNeverHoldsMoreThanItsShareOfAReplica() throws Exception {
        var pool = pool(10, 0.7);
        var served = new CopyOnWriteArrayList<Lane>();

        IntStream.range(0, 20).forEach(number -> waitFor(pool, Lane.BULK, served));

        await().untilAsserted(() -> assertThat(served).hasSize(14));
        assertThat(pool.acquire(wanted(Lane.LIVE)).lane()).isEqualTo(Lane.LIVE);
    }

    @Test
    void anInterruptedWaiterTakesNoPermitWithIt() throws Exception {
        var pool = pool(1, 1.0);
        var held = List.of(pool.acquire(wanted(Lane.LIVE)), pool.acquire(wanted(Lane.LIVE)));
        var waiter = waitFor(pool, Lane.LIVE, new CopyOnWriteArrayList<>());

        waiter.interrupt();
        waiter.join();
        held.forEach(permit -> pool.end(permit, ANSWERED));

        assertThat(pool.acquire(wanted(Lane.LIVE)).replica())
                .isNotEqualTo(pool.acquire(wanted(Lane.LIVE)).replica());
    }

    @Test
    void aReplicaThatFailsInARowIsLeftAlone() throws Exception {
        var pool = pool(4, 1.0);
        var first = pool.acquire(wanted(Lane.LIVE));
        var failing = first.replica();
        pool.end(first, GONE);
        for (int i = 0; i < 2; i++) {
            pool.end(pool.acquire(preferring(failing.name())), GONE);
        }

        assertThat(pool.acquire(preferring(failing.name())).replica()).isNotEqualTo(failing);
    }

    @Test
    void aReplicaThatHasJustFailedIsPassedOverWhileAnotherIsFree() throws Exception {
        var pool = pool(2, 1.0);
        var first = pool.acquire(wanted(Lane.LIVE));
        var failed = first.replica();
        pool.end(first, GONE);

        assertThat(pool.acquire(avoiding(failed.name(), failed.name())).replica())
                .isNotEqualTo(failed);
        var other = pool.acquire(avoiding(null, failed.name())).replica();
        assertThat(other).isNotEqualTo(failed);
        pool.order(other.name(), true);
        assertThat(pool.acquire(avoiding(null, failed.name())).replica()).isEqualTo(failed);
    }

    @Test
    void whoeverWaitsForAnotherReplicaHoldsUpNobody() throws Exception {
        var pool = pool(1, 1.0);
        var busy = pool.acquire(wanted(Lane.LIVE));
        var free = busy.replica().name().equals("gpu:1") ? "gpu:2" : "gpu:1";
        var served = new CopyOnWriteArrayList<String>();
        var choosy = start(
                () -> served.add(pool.acquire(avoiding(null, free)).replica().name()));

        assertThat(pool.acquire(wanted(Lane.BULK)).replica().name()).isEqualTo(free);
        pool.end(busy, ANSWERED);

        choosy.join(10_000);
        assertThat(served).containsExactly(busy.replica().name());
    }

    @Test
    void idleReplicasTakeTurns() throws Exception {
        var pool = pool(4, 1.0);
        var first = pool.acquire(wanted(Lane.LIVE));
        pool.end(first, ANSWERED);
        var names = new HashSet<String>();
        for (int i = 0; i < 4; i++) {
            var next = pool.acquire(wanted(Lane.LIVE));
            names.add(next.replica().name());
            pool.end(next, ANSWERED);
        }

        assertThat(names).containsExactlyInAnyOrder("gpu:1", "gpu:2");
    }

    @Test
    void callsGoWhereTheLeastWeightIsUnderWayNotTheFewestCalls() throws Exception {
        var pool = pool(4, 1.0);
        var heavy = pool.acquire(new PermitRequest(Lane.LIVE, NOW, 10_000, null, null, PermitRequest.Past.CLEAN));
        var light = pool.acquire(wanted(Lane.LIVE));

        assertThat(pool.acquire(wanted(Lane.LIVE)).replica()).isEqualTo(light.replica());
        assertThat(pool.acquire(wanted(Lane.LIVE)).replica()).isEqualTo(light.replica());
        assertThat(heavy.replica()).isNotEqualTo(light.replica());
    }

    @Test
    void whatOthersSendToAServerKeepsCallsAway() throws Exception {
        var pool = pool(4, 1.0);
        var crowded = pool.replicas().getFirst();
        pool.noteLoad(crowded, new Load(2, 1, 0.9, null));

        for (int i = 0; i < 4; i++) {
            assertThat(pool.acquire(wanted(Lane.LIVE)).replica()).isNotEqualTo(crowded);
        }
    }

    @Test
    void aServerThatSaysItIsIdleIsStillWeighedByWhatIsUnderWayThere() throws Exception {
        var pool = pool(4, 1.0);
        var first = pool.acquire(wanted(Lane.LIVE));
        pool.noteLoad(first.replica(), new Load(0, 0, 0.0, 0L));

        assertThat(pool.acquire(wanted(Lane.LIVE)).replica()).isNotEqualTo(first.replica());
    }

    @Test
    void theOldestChatOfALaneIsServedFirstThenTheOneThatAskedFirst() throws Exception {
        var pool = poolOf(1, 1.0, URI.create("http://gpu:1"));
        var held = pool.acquire(wanted(Lane.LIVE));
        var served = new CopyOnWriteArrayList<Integer>();
        waitFor(pool, 1, NOW, served);
        waitFor(pool, 2, NOW.minusSeconds(60), served);
        waitFor(pool, 3, NOW, served);

        pool.end(held, new Ending.Stopped());

        await().untilAsserted(() -> assertThat(served).containsExactly(2, 1, 3));
    }

    @Test
    void noBulkCallBeginsWhileALiveOneWaits() throws Exception {
        var pool = poolOf(1, 1.0, URI.create("http://gpu:1"));
        var held = pool.acquire(wanted(Lane.LIVE));
        var liveBeforeBulk = new LiveBeforeBulk(id -> id.startsWith("LIVE"));
        var served = new CopyOnWriteArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var lane = i % 2 == 0 ? Lane.BULK : Lane.LIVE;
            var id = lane + "-" + i;
            liveBeforeBulk.waits(id);
            start(() -> pool.call(wanted(lane), permit -> {
                liveBeforeBulk.begins(id);
                served.add(id);
                return ANSWERED;
            }));
        }

        pool.end(held, ANSWERED);

        await().untilAsserted(() -> assertThat(served).hasSize(20));
        liveBeforeBulk.holds();
    }

    @Test
    void bulkWaitsWhileAnOldLiveChatHasNoVerdict() throws Exception {
        var pool = pool(4, 1.0);
        var old = Instant.now().minusSeconds(16);
        pool.liveChatWaits(old);
        var served = new CopyOnWriteArrayList<Lane>();
        waitFor(pool, Lane.BULK, served);

        assertThat(pool.acquire(wanted(Lane.LIVE)).lane()).isEqualTo(Lane.LIVE);
        assertThat(served).isEmpty();
        pool.liveChatWaitsNoMore(old);

        await().untilAsserted(() -> assertThat(served).containsExactly(Lane.BULK));
    }

    @Test
    void thousandsThatWaitAreAllServedAndLeaveNoPermitBehind() throws Exception {
        var pool = pool(8, 0.7);
        var served = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5_000; i++) {
                var lane = i % 2 == 0 ? Lane.LIVE : Lane.BULK;
                callers.submit(() -> {
                    var permit = pool.acquire(wanted(lane));
                    pool.end(permit, ANSWERED);
                    return served.incrementAndGet();
                });
            }
        }

        assertThat(served).hasValue(5_000);
        assertThat(pool.replicas())
                .allSatisfy(replica -> assertThat(replica.inFlight()).isZero());
    }

    private static void waitFor(ReplicaPool pool, int number, Instant since, List<Integer> served) {
        start(() -> {
            var permit = pool.acquire(new PermitRequest(Lane.LIVE, since, 100, null, null, PermitRequest.Past.CLEAN));
            served.add(number);
            pool.end(permit, new Ending.Stopped());
        });
    }

    private static Thread waitFor(ReplicaPool pool, Lane lane, List<Lane> served) {
        return start(() -> {
            pool.acquire(wanted(lane));
            served.add(lane);
        });
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static Thread start(Waiting waiting) {
        var thread = Thread.ofPlatform().start(() -> {
            try {
                waiting.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() != Thread.State.RUNNABLE && thread.getState() != Thread.State.NEW);
        return thread;
    }

    private static PermitRequest wanted(Lane lane) {
        return new PermitRequest(lane, NOW, 100, null, null, PermitRequest.Past.CLEAN);
    }

    private static PermitRequest preferring(String replica) {
        return new PermitRequest(Lane.LIVE, NOW, 100, replica, null, PermitRequest.Past.CLEAN);
    }

    private static PermitRequest avoiding(@Nullable String preferred, String avoided) {
        return new PermitRequest(Lane.LIVE, NOW, 100, preferred, avoided, PermitRequest.Past.CLEAN);
    }

    private static ReplicaPool pool(int cap, double bulkShare) {
        return poolOf(cap, bulkShare, URI.create("http://gpu:1"), URI.create("http://gpu:2"));
    }

    private static ReplicaPool poolOf(int cap, double bulkShare, URI... replicas) {
        return new ReplicaPool(
                Properties.of(List.of(replicas), cap, bulkShare),
                new JudgeMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }
}
