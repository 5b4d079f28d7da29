package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaStatus.State;
import dev.dictamen.worker.replicas.Load;
import dev.dictamen.worker.replicas.Replica;
import dev.dictamen.worker.testing.StubReplica;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicaWatchTest {
    private StubReplica stub;
    private JudgeRig rig;

    @BeforeEach
    void start() throws IOException {
        stub = StubReplica.start();
        rig = new JudgeRig(Duration.ofSeconds(30), Duration.ofSeconds(10), stub);
    }

    @AfterEach
    void stop() {
        rig.close();
        stub.close();
    }

    @Test
    void itReadsTheServersLoad() {
        stub.metrics("vllm:num_requests_running 3.0\nvllm:num_requests_waiting 2.0\n");

        await().untilAsserted(() -> {
            new ReplicaWatch(rig.pool).look();
            assertThat(rig.pool.underLock(replica()::load)).isEqualTo(new Load(3, 2, null, null));
        });
    }

    @Test
    void aServerWithoutMetricsIsNotDead() {
        for (int i = 0; i < 4; i++) {
            new ReplicaWatch(rig.pool).look();
        }

        assertThat(rig.pool.underLock(replica()::load)).isEqualTo(Load.UNKNOWN);
        assertThat(state()).isEqualTo(State.READY);
    }

    @Test
    void oneThatIsGoneIsLeftAlone() {
        stub.close();
        for (int i = 0; i < 3; i++) {
            new ReplicaWatch(rig.pool).look();
        }

        assertThat(state()).isEqualTo(State.UNREACHABLE);
    }

    private State state() {
        return rig.pool.underLock(() -> replica().state(System.nanoTime()));
    }

    private Replica replica() {
        return rig.pool.replicas().getFirst();
    }
}
