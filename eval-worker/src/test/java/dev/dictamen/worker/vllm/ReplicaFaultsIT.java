package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.worker.testing.Closing;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.WorkerProcess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of four replicas misbehaves: every chat has its outcome, and every verdict is one that a sound replica gave. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaFaultsIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final int CHATS = 200;
    private static final int BAD = 3;
    private static final int ENOUGH = 10;
    private static final int HEALING = 20;
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
    private WorkerProcess worker;
    private Outcomes outcomes;
    private int healing;

    @BeforeAll
    void start() {
        var settings = Map.of(
                "JUDGE_REQUEST_TIMEOUT",
                "6s",
                "JUDGE_STALL_AFTER",
                "3s",
                "JUDGE_CACHE_SIZE",
                "0",
                "JUDGE_SLOW_START",
                "1s");
        worker = WorkerProcess.start("worker-1", BROKER, settings, addresses());
        outcomes = new Outcomes(BROKER);
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
            Closing.bulk(BROKER, "heal-" + healing++, HEALING);
            return answered() >= before + ENOUGH;
        });
        await("nothing is under way")
                .atMost(SOON)
                .until(() -> Set.copyOf(outcomes.chats("heal-")).size() == HEALING * healing);
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
        outcomes.close();
        worker.close();
        replicas.forEach(VllmSimulator::close);
    }

    /** Three that differ in kind: no end, no connection, no content. */
    @ParameterizedTest
    @ValueSource(strings = {"hang", "connection_reset", "null_content"})
    void everyChatIsScoredAsASoundReplicaWould(String fault) {
        replicas.get(BAD).configure("--failure-types=" + fault);

        var evaluations = judged(fault);

        assertThat(evaluations).allSatisfy(ReplicaFaultsIT::isSound);
        assertThatItMisbehaved(fault);
        worker.awaitReading();
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @ValueSource(
            strings = {"slow_drip", "server_error_500", "queue_503", "rate_429", "abort", "garbage", "english_text"})
    void andSoItIsHoweverElseItFails(String fault) {
        everyChatIsScoredAsASoundReplicaWould(fault);
    }

    /** A 400 is the question's end, wherever it came from; a replica that refuses one question after another is left alone. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
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
        var nothingLost = new NothingLost().sent(Closing.bulk(BROKER, prefix, CHATS));
        nothingLost.awaitHolds(SOON, () -> outcomes.chats(prefix + "-"));
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

    private void assertThatItMisbehaved(String fault) {
        await().atMost(SOON).until(() -> callsWith(fault) > 0);
        System.out.printf("one of four replicas: %s: %d calls for nothing, %d chats%n", fault, callsWith(fault), CHATS);
    }

    private long callsWith(String fault) {
        return calls().filter(call -> fault.equals(call.path("fault").asString("")))
                .count();
    }
}
