package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaCommand.Action;
import dev.dictamen.contract.ReplicaStatus.State;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.kafka.TopicTail;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class ReplicaCommandReaderIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final String TOPIC = ContractTopics.ALL.replicaCommand();
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void emptyBroker() {
        BROKER.empty();
    }

    @Test
    void theLastOrderOnEachReplicaHoldsRestartsIncluded() {
        BROKER.create(TOPIC);
        order("gpu:1", Action.DRAIN);
        order("gpu:2", Action.DRAIN);
        order("gone:9", Action.DRAIN);
        try (var producer = BROKER.producer()) {
            producer.send(new ProducerRecord<>(TOPIC, "gpu:1", "{no".getBytes(StandardCharsets.UTF_8)));
        }
        order("gpu:2", Action.RESUME);

        for (int i = 0; i < 2; i++) {
            var pool = pool();
            var reader = reader(pool);
            reader.start();
            awaitStates(pool, State.DRAINING, State.READY);
            reader.stop();
        }
    }

    @Test
    void anOrderIsObeyedWhileTheWorkerRuns() {
        BROKER.create(TOPIC);
        var pool = pool();
        var reader = reader(pool);
        reader.start();

        order("gpu:2", Action.DRAIN);
        awaitStates(pool, State.READY, State.DRAINING);
        order("gpu:2", Action.RESUME);
        awaitStates(pool, State.READY, State.READY);
        reader.stop();
    }

    @Test
    void aTopicThatComesLaterIsReadThen() {
        var pool = pool();
        var reader = reader(pool);
        reader.start();
        assertThat(reader.isRunning()).isTrue();

        BROKER.create(TOPIC);
        order("gpu:1", Action.DRAIN);

        awaitStates(pool, State.DRAINING, State.READY);
        reader.stop();
        assertThat(reader.isRunning()).isFalse();
    }

    private void order(String replica, Action action) {
        BROKER.send(TOPIC, new ReplicaCommand(replica, action, "test", Instant.now()));
    }

    private static void awaitStates(ReplicaPool pool, State... states) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pool.underLock(() -> pool.replicas().stream()
                                .map(replica -> replica.state(System.nanoTime()))
                                .toList()))
                        .containsExactly(states));
    }

    private static ReplicaPool pool() {
        var replicas = List.of(URI.create("http://gpu:1"), URI.create("http://gpu:2"));
        return new ReplicaPool(
                Properties.of(replicas, 4, 1.0), new JudgeMetrics(new SimpleMeterRegistry()), Clock.systemUTC());
    }

    private TopicTail reader(ReplicaPool pool) {
        var consumers = new DefaultKafkaConsumerFactory<String, Object>(
                BROKER.connection(), StringDeserializer::new, new ContractTypes(ContractTopics.ALL)::deserializer);
        return new TopicTail(consumers, TOPIC, "commands", new ReplicaCommandReader(pool));
    }
}
