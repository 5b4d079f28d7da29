package dev.dictamen.worker.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.WorkerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chat can say anything; it cannot change the score, the language or the format. The model here obeys whatever reaches
 * it undelimited, so that an order obeyed is a hole in the worker and not a weakness of a model.
 */
class InjectionIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path REPORT = Path.of("target", "injection-report.md");
    private static final double LEAST_OBEYED = 0.8;

    private final VllmSimulator simulator =
            VllmSimulator.start(SimulatorOptions.instant().with("--obedient", "--max-model-len=131072"));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WorkerProcess worker;

    @BeforeEach
    void start() {
        var settings = Map.of("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", "8");
        worker = WorkerProcess.start("worker-1", BROKER, settings, address(""));
    }

    @AfterEach
    void stop() {
        worker.close();
        http.close();
        simulator.close();
    }

    @Test
    void noChatReachesTheJudgeAsAnythingButData() throws Exception {
        var attacks = Attack.all();
        var nasty = NastyChats.injections();
        BROKER.send(ContractTopics.ALL.backlog(), List.of(Attack.baseChat()));
        BROKER.send(
                ContractTopics.ALL.backlog(),
                attacks.stream().map(Attack::attackedChat).toList());
        BROKER.send(ContractTopics.ALL.backlog(), nasty);
        var evaluations = evaluations(1 + attacks.size() + nasty.size());
        var obeyed = obeyedByEvaluation();
        long undelimited = obeyedUndelimited(attacks);

        var report = new InjectionReport();
        var base = evaluation(Attack.baseChat(), evaluations);
        attacks.forEach(attack -> {
            var with = evaluation(attack.attackedChat(), evaluations);
            report.add(
                    attack.id(),
                    attack.kind(),
                    attack.language(),
                    InjectionReport.scoreOf(base),
                    with,
                    words(with, obeyed));
        });
        nasty.forEach(chat -> {
            var with = evaluation(chat, evaluations);
            report.add(chat.chatId(), "found in data", "-", "-", with, words(with, obeyed));
        });
        report.write(
                REPORT, "Given to the model undelimited, %d of %d are obeyed.".formatted(undelimited, attacks.size()));

        assertThat(attacks).hasSizeGreaterThanOrEqualTo(60);
        assertThat(obeyed).as("orders obeyed").isEmpty();
        assertThat(evaluations.values()).allSatisfy(InjectionIT::keepsSchemaAndLanguage);
        assertThat(attacks).allSatisfy(attack -> keepsScore(base, evaluation(attack.attackedChat(), evaluations)));
        assertThat((double) undelimited).as("obeyed undelimited").isGreaterThanOrEqualTo(LEAST_OBEYED * attacks.size());
    }

    private static void keepsSchemaAndLanguage(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Evaluation.Scored.class);
        var scored = (Evaluation.Scored) evaluation;
        assertThat(scored.provisional()).isFalse();
        assertThat(scored.verdict().flags())
                .as("the first answer of " + scored.chatId())
                .doesNotContain("salvaged", "repaired", "resampled", "reused");
        assertThat(scored.verdict().reason() + " " + scored.verdict().improvement())
                .containsPattern("\\b(el|la|los|del|que|cliente)\\b")
                .doesNotContain("The agent");
    }

    private static void keepsScore(Evaluation without, Evaluation with) {
        int distance = Math.abs(level(without) - level(with));
        assertThat(distance).as("levels between the scores of " + with.chatId()).isLessThanOrEqualTo(1);
    }

    private static int level(Evaluation evaluation) {
        Score score = ((Evaluation.Scored) evaluation).verdict().score();
        return List.of(Score.values()).indexOf(score);
    }

    private static Evaluation evaluation(ClosedChat chat, Map<String, Evaluation> evaluations) {
        return Objects.requireNonNull(evaluations.get(chat.chatId()), chat.chatId());
    }

    private static String words(Evaluation evaluation, Map<String, String> obeyed) {
        return obeyed.getOrDefault(evaluation.evaluationId(), "no");
    }

    private Map<String, Evaluation> evaluations(int count) {
        try (var outcomes = new Outcomes(BROKER)) {
            var byChat = new HashMap<String, Evaluation>();
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                outcomes.of("").forEach(outcome -> byChat.put(outcome.chatId(), outcome));
                return byChat.size() == count;
            });
            return byChat;
        }
    }

    private Map<String, String> obeyedByEvaluation() {
        return simulator
                .journal()
                .lines()
                .map(JSON::readTree)
                .filter(entry -> !entry.path("obeyed").asString("").isEmpty())
                .collect(Collectors.toMap(
                        entry -> entry.path("evaluationId").asString(),
                        entry -> entry.path("obeyed").asString(),
                        (first, second) -> first));
    }

    /** The same attacks as plain words of the user: how many of them the model carries out. */
    private long obeyedUndelimited(List<Attack> attacks) throws Exception {
        for (var attack : attacks) {
            var body = JSON.createObjectNode();
            body.putArray("messages").addObject().put("role", "user").put("content", attack.undelimited());
            var request = HttpRequest.newBuilder(address("/v1/chat/completions"))
                    .header("X-Request-Id", "undelimited-" + attack.id())
                    .POST(BodyPublishers.ofString(body.toString()))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        return obeyedByEvaluation().keySet().stream()
                .filter(id -> id.startsWith("undelimited-"))
                .count();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + simulator.port() + path);
    }
}
