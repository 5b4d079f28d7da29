package dev.dictamen.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Topics;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import dev.dictamen.worker.testing.Closing;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole service on a real broker, with a model server that answers by the chat it is asked about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvalWorkerIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final Topics TOPICS = ContractTopics.ALL;
    private static final String NO_VERDICT = StubReplica.GOOD.replace("good", "excelente");
    private static final Duration SOON = Duration.ofSeconds(60);

    private StubReplica replica;
    private WorkerProcess worker;
    private Outcomes outcomes;
    private TopicReader<String> deadLetters;

    @BeforeAll
    void start() throws Exception {
        replica = StubReplica.start().answering(body -> body.contains("broken-0") ? NO_VERDICT : StubReplica.GOOD);
        worker = WorkerProcess.start("worker-1", BROKER, replica);
        outcomes = new Outcomes(BROKER);
        deadLetters = TopicReader.ofText(BROKER.addresses(), Topics.deadLetter(TOPICS.closed()));
    }

    @AfterAll
    void stop() {
        deadLetters.close();
        outcomes.close();
        worker.close();
        replica.close();
    }

    @Test
    void aClosedChatBecomesAnEvaluationAndABrokenRecordADeadLetter() {
        var noChat = "{no".getBytes(StandardCharsets.UTF_8);
        try (var producer = BROKER.producer()) {
            producer.send(new ProducerRecord<>(TOPICS.closed(), 0, "poison", noChat));
        }
        Closing.inBothLanes(BROKER, "happy", 20);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes.byModel("happy")).hasSize(20));
        assertThat(outcomes.of("happy")).hasOnlyElementsOfType(Evaluation.Scored.class);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters.of("poison")).hasSize(1));
        assertThat(deadLetters.keys()).noneMatch(key -> key.startsWith("happy"));
    }

    @Test
    void aVerdictThatCannotBeMendedFailsAndLeavesADeadLetter() {
        Closing.live(BROKER, "broken", 1);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes.of("broken"))
                        .singleElement()
                        .satisfies(outcome -> assertThat(((Evaluation.Failed) outcome).reason())
                                .isEqualTo(FailureReason.INVALID_VERDICT)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters.of("broken-0")).hasSize(1));
        var id = outcomes.of("broken").getFirst().evaluationId();
        assertThat(replica.requests)
                .filteredOn(request -> request.startsWith(id))
                .containsExactly(id + "/1", id + "/2", id + "/3");
    }

    @Test
    void twoWorkersShareTheWorkAndOneThatLeavesLosesNothing() {
        var nothingLost = new NothingLost();
        try (var leaves = WorkerProcess.start("worker-2", BROKER, replica)) {
            leaves.awaitReading();
            nothingLost.sent(Closing.inBothLanes(BROKER, "rebalance", 200));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes.of("rebalance")).hasSizeGreaterThan(20));
        }

        nothingLost.awaitHolds(SOON, () -> outcomes.byModel("rebalance"));
        worker.awaitReading();
    }
}
