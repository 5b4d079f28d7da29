package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaCommand.Action;
import dev.dictamen.contract.ReplicaStatus.State;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.kafka.TopicTail;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class ReplicaCommandReaderIT {
    private static final Topics TOPICS = new Topics("f", "c", "b", "r", "e", "s", "commands", "i");
    private static final Duration SOON = Duration.ofSeconds(30);

    private EmbeddedKafkaBroker broker;
    private KafkaProducer<String, Object> producer;

    @BeforeEach
    void startBroker() {
        broker = new EmbeddedKafkaKraftBroker(1, 1).brokerProperty("auto.create.topics.enable", "false");
        broker.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                ContractTypes.serializer());
    }

    @AfterEach
    void stopBroker() {
        producer.close();
        broker.destroy();
    }

    @Test
    void theLastOrderOnEachReplicaHoldsRestartsIncluded() {
        broker.addTopics(TOPICS.replicaCommand());
        order("gpu:1", Action.DRAIN);
        order("gpu:2", Action.DRAIN);
        order("gone:9", Action.DRAIN);
        producer.send(new ProducerRecord<>(TOPICS.replicaCommand(), "gpu:1", "{no".getBytes(StandardCharsets.UTF_8)));
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
        broker.addTopics(TOPICS.replicaCommand());
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

        broker.addTopics(TOPICS.replicaCommand());
        order("gpu:1", Action.DRAIN);

        awaitStates(pool, State.DRAINING, State.READY);
        reader.stop();
        assertThat(reader.isRunning()).isFalse();
    }

    private void order(String replica, Action action) {
        var command = new ReplicaCommand(replica, action, "test", Instant.now());
        producer.send(CloudEvents.record(TOPICS.replicaCommand(), command, "test", null));
        producer.flush();
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
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                StringDeserializer::new,
                new ContractTypes(TOPICS)::deserializer);
        return new TopicTail(consumers, TOPICS.replicaCommand(), "commands", new ReplicaCommandReader(pool));
    }
}
