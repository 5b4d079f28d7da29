package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However many chats wait, the worker holds a window of them: it lives in 256 MB, gives provisional verdicts, and goes on. */
@EnabledIfSystemProperty(
        named = "dictamen.long",
        matches = "true",
        disabledReason = "a hundred thousand chats, and sixty of nearly 1 MB; run with --long")
class BoundedMemoryIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final int WAITING = 100_000;
    private static final int SEEN = 3_000;
    private static final int LONG = 60;
    /** Bulk calls that one replica takes of this worker. */
    private static final int UNDER_WAY = 5;

    private static final int TERMINATED = 143;
    private static final Duration SOON = Duration.ofSeconds(180);

    @Test
    void aHundredThousandWaitingChatsFitIntoASmallHeap() throws Exception {
        BROKER.create(ContractTopics.ALL.closed());
        try (var replica = StubReplica.start();
                var outcomes = new Outcomes(BROKER)) {
            replica.hold();
            try (var worker = WorkerProcess.jar("worker-1", BROKER, Map.of("RULES_FALLBACK_AFTER", "1s"), replica)) {
                close();

                await().atMost(SOON).until(() -> outcomes.provisional("m-").size() >= SEEN);
                replica.let(1_000_000);
                await().atMost(SOON).until(() -> outcomes.byModel("m-").size() >= SEEN);

                assertThat(worker.isAlive()).isTrue();
                assertThat(worker.stop()).as("exit code").isEqualTo(TERMINATED);
            }
        }
    }

    @Test
    void longChatsTakeMoreOfTheWindow() throws Exception {
        BROKER.create(ContractTopics.ALL.backlog());
        var text = "El cliente pregunta por su pedido y el agente lo busca. ".repeat(7);
        try (var replica = StubReplica.start();
                var outcomes = new Outcomes(BROKER);
                var producer = BROKER.producer()) {
            replica.hold();
            try (var worker = WorkerProcess.jar("worker-2", BROKER, Map.of(), replica)) {
                for (int number = 0; number < LONG; number++) {
                    var chat = Chats.saying(
                            "l-" + number, Collections.nCopies(1_800, text).toArray(String[]::new));
                    producer.send(CloudEvents.record(ContractTopics.ALL.backlog(), chat, "test", null))
                            .get();
                }

                await().atMost(SOON).until(() -> replica.requests.size() >= UNDER_WAY);
                replica.let(1_000_000);
                await().atMost(SOON).until(() -> outcomes.byModel("l-").size() == LONG);

                assertThat(worker.isAlive()).isTrue();
            }
        }
    }

    /** Of about 3 kB each. */
    private static void close() {
        try (var producer = BROKER.producer()) {
            IntStream.range(0, WAITING)
                    .forEach(number ->
                            producer.send(CloudEvents.record(ContractTopics.ALL.closed(), chat(number), "test", null)));
        }
    }

    private static ClosedChat chat(int number) {
        var text = ("pedido " + number + " en revisión ").repeat(10);
        return Chats.saying("m-" + number, Collections.nCopies(10, text).toArray(String[]::new));
    }
}
