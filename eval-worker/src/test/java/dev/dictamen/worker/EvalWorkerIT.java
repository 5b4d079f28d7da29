package dev.dictamen.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.worker.testing.Chats;
import dev.dictamen.worker.testing.ContractTopics;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The whole service on a real broker, with model servers that answer what each test tells them to. */
class EvalWorkerIT {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final Duration SOON = Duration.ofSeconds(60);

    private EmbeddedKafkaBroker broker;
    private KafkaProducer<String, Object> producer;
    private StubReplica replica;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new EmbeddedKafkaKraftBroker(
                1, 4, TOPICS.closed(), TOPICS.backlog(), TOPICS.replay(), TOPICS.evaluation());
        broker.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.getBrokersAsString(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                ContractTypes.serializer());
        replica = StubReplica.start();
    }

    @AfterEach
    void stopBroker() {
        producer.close();
        replica.close();
        broker.destroy();
    }

    @Test
    void aClosedChatBecomesAnEvaluationAndABrokenRecordADeadLetter() {
        try (var worker = start("worker-1", replica);
                var outcomes = outcomes();
                var deadLetters = new Outcomes(broker, TOPICS, Topics.deadLetter(TOPICS.closed()))) {
            producer.send(new ProducerRecord<>(TOPICS.closed(), 0, "poison", "{no".getBytes(StandardCharsets.UTF_8)));
            close("happy", 20);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.of("happy")).hasSize(20));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(deadLetters.keys()).containsExactly("poison"));
            assertThat(outcomes.of("happy"))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Evaluation.Scored.class));
            assertThat(worker).isNotNull();
        }
    }

    @Test
    void aVerdictThatCannotBeMendedFailsAndLeavesADeadLetter() {
        replica.answering(body -> StubReplica.GOOD.replace("good", "excelente"));
        try (var worker = start("worker-1", replica);
                var outcomes = outcomes();
                var deadLetters = new Outcomes(broker, TOPICS, Topics.deadLetter(TOPICS.closed()))) {
            close("broken", 1);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.of("broken"))
                            .singleElement()
                            .satisfies(outcome -> assertThat(((Evaluation.Failed) outcome).reason())
                                    .isEqualTo(FailureReason.INVALID_VERDICT)));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(deadLetters.keys()).containsExactly("broken-0"));
            assertThat(replica.requests)
                    .extracting(id -> id.substring(id.indexOf('/')))
                    .containsExactly("/1", "/2", "/3");
            assertThat(worker).isNotNull();
        }
    }

    @Test
    void aReplicaThatFailsLosesNoChat() throws Exception {
        try (var failing = StubReplica.start().failingWith(503);
                var worker = start("worker-1", failing, replica);
                var outcomes = outcomes()) {
            close("other-replica", 30);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(outcomes.of("other-replica")).hasSize(30));
            assertThat(outcomes.of("other-replica"))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Evaluation.Scored.class));
            assertThat(worker).isNotNull();
        }
    }

    @Test
    void whileNoReplicaAnswersChatsWaitAndAreJudgedWhenOneIsBack() throws Exception {
        int port = replica.port();
        replica.close();
        try (var worker = start("worker-1", replica);
                var outcomes = outcomes()) {
            close("outage", 10);
            try (var back = StubReplica.start(port)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(outcomes.of("outage")).hasSize(10));
                assertThat(back.requests).isNotEmpty();
            }
            assertThat(worker).isNotNull();
        }
    }

    @Test
    void aSuccessorTakesUpOnlyWhatWasInFlight() {
        replica.hold();
        try (var outcomes = outcomes()) {
            var first = start("worker-1", replica);
            close("restart", 40);
            replica.let(25);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.of("restart")).hasSizeGreaterThanOrEqualTo(25));
            var stopping = Thread.ofPlatform().start(first::close);
            replica.let(10_000);
            awaitEnd(stopping);

            try (var successor = start("worker-1", replica)) {
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(chatsOf(outcomes, "restart")).hasSize(40));
                assertThat(successor).isNotNull();
            }
            assertThat(firstAttempts().values())
                    .as("first attempts of each chat")
                    .containsOnly(1L);
        }
    }

    @Test
    void twoWorkersShareTheWorkAndOneThatLeavesLosesNothing() {
        try (var outcomes = outcomes();
                var stays = start("worker-1", replica)) {
            var leaves = start("worker-2", replica);
            close("rebalance", 200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.of("rebalance")).hasSizeGreaterThan(20));
            leaves.close();

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(chatsOf(outcomes, "rebalance")).hasSize(200));
            assertThat(stays).isNotNull();
        }
    }

    private Map<String, Long> firstAttempts() {
        return replica.requests.stream()
                .filter(id -> id.endsWith("/1"))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private static Set<String> chatsOf(Outcomes outcomes, String prefix) {
        return outcomes.of(prefix).stream().map(Evaluation::chatId).collect(Collectors.toSet());
    }

    private static void awaitEnd(Thread thread) {
        await().atMost(SOON).until(() -> !thread.isAlive());
    }

    private WorkerProcess start(String id, StubReplica... replicas) {
        return WorkerProcess.start(id, broker.getBrokersAsString(), replicas);
    }

    private Outcomes outcomes() {
        return new Outcomes(broker, TOPICS, TOPICS.evaluation());
    }

    private void close(String prefix, int count) {
        var lanes = new String[] {TOPICS.closed(), TOPICS.backlog()};
        Stream<ProducerRecord<String, Object>> records = IntStream.range(0, count)
                .mapToObj(number -> CloudEvents.record(
                        count == 1 ? lanes[0] : lanes[number % 2], Chats.polite(prefix + "-" + number), "test", null));
        records.forEach(producer::send);
        producer.flush();
    }
}
