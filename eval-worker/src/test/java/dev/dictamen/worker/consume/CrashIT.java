package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.worker.testing.Chats;
import dev.dictamen.worker.testing.ContractTopics;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerJar;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The built jar is killed in the middle of its work, and stopped in the middle of its work. */
class CrashIT {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int CHATS = 200;
    private static final int FINISHED = 60;
    private static final int IN_FLIGHT = 8;

    private EmbeddedKafkaBroker broker;
    private StubReplica replica;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedKafkaKraftBroker(1, 4, TOPICS.closed(), TOPICS.evaluation());
        broker.afterPropertiesSet();
        replica = StubReplica.start();
        replica.hold();
        closeChats();
    }

    @AfterEach
    void stopBroker() {
        replica.close();
        broker.destroy();
    }

    @Test
    void afterAKillNothingIsLostAndOnlyWhatWasInFlightIsAskedAgain() throws Exception {
        try (var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            try (var victim = WorkerJar.start("worker-1", broker.getBrokersAsString(), replica)) {
                finishSome();
                victim.kill();
            }
            replica.let(10_000);
            try (var successor = WorkerJar.start("worker-1", broker.getBrokersAsString(), replica)) {
                awaitAll(outcomes);
                assertThat(repeatedFirstAttempts()).isLessThanOrEqualTo(IN_FLIGHT);
                assertThat(successor.stop()).isEqualTo(143);
            }
        }
    }

    @Test
    void afterAStopNothingIsAskedAgainAndAnotherWorkerGoesOn() throws Exception {
        try (var outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation())) {
            try (var leaver = WorkerJar.start("worker-1", broker.getBrokersAsString(), replica)) {
                finishSome();
                replica.let(10_000);
                assertThat(leaver.stop()).isEqualTo(143);
            }
            try (var other = WorkerJar.start("worker-2", broker.getBrokersAsString(), replica)) {
                awaitAll(outcomes);
                assertThat(other).isNotNull();
            }
            assertThat(repeatedFirstAttempts()).isZero();
        }
    }

    private void closeChats() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.getBrokersAsString(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                ContractTypes.serializer())) {
            IntStream.range(0, CHATS)
                    .mapToObj(number ->
                            CloudEvents.record(TOPICS.closed(), Chats.polite("crash-" + number), "test", null))
                    .forEach(producer::send);
        }
    }

    /** Lets some calls end and waits until the worker has committed that they did, while others are under way. */
    private void finishSome() {
        replica.let(FINISHED);
        await().atMost(SOON).until(() -> replica.requests.size() == FINISHED + IN_FLIGHT);
        await().atMost(SOON).until(() -> committedAsFinished() == FINISHED);
    }

    private long committedAsFinished() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            return admin
                    .listConsumerGroupOffsets("eval-worker-live")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(CrashIT::finished)
                    .sum();
        }
    }

    private static long finished(OffsetAndMetadata committed) {
        var pending = Pending.read(committed);
        return Math.max(pending.mark(), committed.offset())
                - pending.unfinished().size();
    }

    private static void awaitAll(Outcomes outcomes) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes.of("crash").stream()
                                .map(Evaluation::chatId)
                                .collect(Collectors.toSet()))
                        .hasSize(CHATS));
    }

    private long repeatedFirstAttempts() {
        return replica.requests.stream().filter(id -> id.endsWith("/1")).count() - CHATS;
    }
}
