package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import dev.dictamen.worker.testing.Closing;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.WorkerProcess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chats that the model servers cannot answer, among others: they end with their reason, and no other waits so long that rules judge
 * it in the meantime.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonChatsIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final int CHATS = 200;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<VllmSimulator> replicas = IntStream.range(0, 2)
            .mapToObj(seed -> VllmSimulator.start(SimulatorOptions.of(
                    "--port=0", "--seed=" + seed, "--time-to-first-token=200ms", "--inter-token-latency=0ms")))
            .toList();
    private WorkerProcess worker;
    private Outcomes outcomes;
    private TopicReader<ReplicaStatus> statuses;

    @BeforeAll
    void start() {
        worker = WorkerProcess.start("worker-1", BROKER, Map.of("JUDGE_CACHE_SIZE", "0"), addresses());
        outcomes = new Outcomes(BROKER);
        statuses = TopicReader.of(BROKER.addresses(), ReplicaStatus.class, ContractTopics.ALL.replicaStatus());
        worker.awaitReading();
    }

    private URI[] addresses() {
        return replicas.stream()
                .map(replica -> URI.create("http://127.0.0.1:" + replica.port()))
                .toArray(URI[]::new);
    }

    @AfterAll
    void stop() {
        statuses.close();
        outcomes.close();
        worker.close();
        replicas.forEach(VllmSimulator::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error_500", "connection_reset"})
    void everyTenthChatIsPoisonAndTheOthersKeepTheObjective(String fault) {
        configure("--failure-types=" + fault, "--failure-only-containing=veneno-" + fault);
        var good = new ArrayList<String>();
        var poisoned = new ArrayList<String>();
        for (int tens = 0; tens < CHATS / 10; tens++) {
            poisoned.addAll(Closing.live(BROKER, "veneno-" + fault + "-" + tens, 1));
            good.addAll(Closing.live(BROKER, "sano-" + fault + "-" + tens, 9));
        }

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(outcomes.byModel("sano-" + fault)).containsAll(good));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(failed("veneno-" + fault)).hasSameSizeAs(poisoned));

        assertThat(outcomes.provisional("sano-" + fault)).isEmpty();
        assertThat(failed("veneno-" + fault)).allSatisfy(failed -> {
            assertThat(failed.reason())
                    .isEqualTo(
                            fault.equals("bad_request_400")
                                    ? FailureReason.REQUEST_REFUSED
                                    : FailureReason.SERVER_FAILED);
            assertThat(failed.by().attempts()).isLessThanOrEqualTo(replicas.size() + 5);
        });
    }

    @Test
    void oneAloneIsGivenUpAndNoReplicaIsCalledUnreachable() {
        configure("--failure-types=harmony_500", "--failure-only-containing=solo-veneno");
        Closing.live(BROKER, "solo-veneno", 1);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(failed("solo-veneno")).hasSize(1));

        int reports = statuses.values().size();
        var after = Closing.live(BROKER, "tras-el-solo", 3);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(outcomes.byModel("tras-el-solo")).containsAll(after));
        await().atMost(SOON).until(() -> statuses.values().size() > reports + 2 * replicas.size());
        assertThat(statuses.values().stream().skip(reports).map(ReplicaStatus::state))
                .doesNotContain(ReplicaStatus.State.UNREACHABLE);
    }

    @Test
    void aServerThatPutsEveryAnswerIntoTheReasoningIsNamedAndReadAllTheSame() {
        configure("--failure-types=answer_in_reasoning", "--failure-only-containing=");
        var chats = Closing.live(BROKER, "razonado", 20);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes.byModel("razonado")).containsAll(chats));
        assertThat(outcomes.scored("razonado"))
                .allSatisfy(scored -> assertThat(scored.verdict().flags()).containsExactly("salvaged"));
        await().atMost(SOON)
                .until(() -> statuses.values().stream()
                        .anyMatch(status -> status.setupFault() == ReplicaStatus.SetupFault.ANSWER_ELSEWHERE));

        configure("--failure-types=");
        Closing.live(BROKER, "sin-falla", 10);
        await().atMost(SOON)
                .until(() -> statuses.values().reversed().stream()
                        .limit(replicas.size())
                        .allMatch(status -> status.setupFault() == null));
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @ValueSource(strings = {"harmony_500", "no_choices", "garbage", "cut_body", "bad_request_400"})
    void andSoItIsHoweverElseTheyFail(String fault) {
        everyTenthChatIsPoisonAndTheOthersKeepTheObjective(fault);
    }

    private void configure(String... flags) {
        replicas.forEach(replica -> replica.configure(flags));
    }

    private List<Evaluation.Failed> failed(String prefix) {
        return outcomes.of(prefix).stream()
                .filter(Evaluation.Failed.class::isInstance)
                .map(Evaluation.Failed.class::cast)
                .toList();
    }
}
