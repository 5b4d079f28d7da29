package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.worker.testing.Chats;
import dev.dictamen.worker.testing.ContractTopics;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.WorkerProcess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of four replicas misbehaves: every chat has its outcome, and every verdict is one that a sound replica gave. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaFaultsIT {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final int CHATS = 200;
    private static final int BAD = 3;
    private static final int ENOUGH = 10;
    private static final Duration SOON = Duration.ofSeconds(90);
    /** The first refusal of a replica that was well is its question's end. */
    private static final int MOST_REFUSED = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<VllmSimulator> replicas = IntStream.range(0, 4)
            .mapToObj(seed -> VllmSimulator.start(SimulatorOptions.of(
                    "--port=0",
                    "--seed=" + seed,
                    "--time-to-first-token=50ms",
                    "--inter-token-latency=0ms",
                    "--slow-drip-time=300s")))
            .toList();
    private EmbeddedKafkaBroker broker;
    private KafkaProducer<String, Object> producer;
    private WorkerProcess worker;
    private Outcomes outcomes;
    private int healing;

    @BeforeAll
    void start() {
        broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.afterPropertiesSet();
        var settings = Map.of(
                "JUDGE_REQUEST_TIMEOUT",
                "6s",
                "JUDGE_STALL_AFTER",
                "3s",
                "JUDGE_CACHE_SIZE",
                "0",
                "JUDGE_SLOW_START",
                "1s");
        worker = WorkerProcess.start("worker-1", broker.getBrokersAsString(), settings, addresses());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                ContractTypes.serializer());
        outcomes = new Outcomes(broker, TOPICS, TOPICS.evaluation());
    }

    private URI[] addresses() {
        return replicas.stream()
                .map(replica -> URI.create("http://127.0.0.1:" + replica.port()))
                .toArray(URI[]::new);
    }

    /** The replica is sound, and the worker has found that out, before it misbehaves in another way. */
    @BeforeEach
    void heal() {
        replicas.get(BAD).configure("--failure-types=");
        long before = answered();
        await().atMost(SOON).until(() -> {
            close("heal-" + healing++, 20);
            return answered() >= before + ENOUGH;
        });
    }

    private long answered() {
        return calls().filter(call -> call.path("outcome").asString("").equals("completed"))
                .count();
    }

    private Stream<JsonNode> calls() {
        return replicas.get(BAD).journal().lines().map(JSON::readTree);
    }

    @AfterAll
    void stop() {
        producer.close();
        outcomes.close();
        worker.close();
        replicas.forEach(VllmSimulator::close);
        broker.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hang",
                "slow_drip",
                "connection_reset",
                "server_error_500",
                "queue_503",
                "rate_429",
                "abort",
                "null_content",
                "garbage",
                "english_text"
            })
    void everyChatIsScoredAsASoundReplicaWould(String fault) {
        replicas.get(BAD).configure("--failure-types=" + fault);

        var evaluations = judged(fault);

        assertThat(evaluations).allSatisfy(ReplicaFaultsIT::isSound);
        assertThatItMisbehaved(fault);
    }

    /** A 400 is the question's end, wherever it came from; a replica that refuses one question after another is left alone. */
    @ParameterizedTest
    @ValueSource(strings = "bad_request_400")
    void aReplicaThatRefusesEverythingFailsFewChats(String fault) {
        replicas.get(BAD).configure("--failure-types=" + fault);

        var evaluations = judged(fault);

        var refused = evaluations.stream()
                .filter(Evaluation.Failed.class::isInstance)
                .map(Evaluation.Failed.class::cast)
                .toList();
        assertThat(refused)
                .hasSizeLessThanOrEqualTo(MOST_REFUSED)
                .allSatisfy(failed -> assertThat(failed.reason()).isEqualTo(FailureReason.REQUEST_REFUSED));
        assertThat(evaluations.stream().filter(Evaluation.Scored.class::isInstance))
                .allSatisfy(ReplicaFaultsIT::isSound);
        assertThatItMisbehaved(fault);
    }

    private List<Evaluation> judged(String prefix) {
        close(prefix, CHATS);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes.of(prefix + "-").stream()
                                .map(Evaluation::chatId)
                                .distinct())
                        .hasSize(CHATS));
        return outcomes.of(prefix + "-");
    }

    /** The simulator's own verdict for this chat, in Spanish, with the agent's messages alone. */
    private static void isSound(Evaluation evaluation) {
        var verdict = ((Evaluation.Scored) evaluation).verdict();
        assertThat(verdict.reason())
                .containsPattern("\\b(el|la|agente|cliente)\\b")
                .doesNotContain("The agent");
        assertThat(verdict.keyMessages()).allSatisfy(index -> assertThat(index).isBetween(1, 2));
    }

    private void close(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            producer.send(CloudEvents.record(TOPICS.backlog(), Chats.polite(prefix + "-" + i), "test", null));
        }
        producer.flush();
    }

    private void assertThatItMisbehaved(String fault) {
        await().atMost(SOON).until(() -> callsWith(fault) > 0);
        System.out.printf("one of four replicas: %s: %d calls for nothing, %d chats%n", fault, callsWith(fault), CHATS);
    }

    private long callsWith(String fault) {
        return calls().filter(call -> fault.equals(call.path("fault").asString("")))
                .count();
    }
}
