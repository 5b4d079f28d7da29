package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.JudgePrompt.Live;
import dev.dictamen.contract.replay.JudgePrompt.Parameters;
import dev.dictamen.contract.replay.JudgePrompt.Texts;
import dev.dictamen.contract.replay.JudgePrompt.Version;
import dev.dictamen.contract.replay.Quote;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport.Outcomes;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.gateway.acceptance.Client.Answer;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An admin's replays on one gateway, and the reports of an ingest-service that a test plays. */
final class ReplayDesk implements AutoCloseable {
    /** All chats, asked with the second of two versions. */
    static final String WISH = "{\"ask\": {\"promptVersion\": \"q-2\"}}";

    final Pipeline pipeline = new Pipeline();
    private final Gateway gateway;

    /** Publishes the two versions; the first is live. */
    ReplayDesk(Gateway gateway) {
        this.gateway = gateway;
        var texts = new Texts("Judge.", "{delimiter}{chat}", "{errors}");
        for (var name : List.of("q-1", "q-2")) {
            pipeline.send(new Version(name, texts, "{}", new Parameters(0.2, 7, 1500), "eval-worker", Instant.now()));
        }
        pipeline.send(new Live(Ask.with("q-1"), null, null, "eval-worker", Instant.now()));
        pipeline.flush();
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() -> assertThat(gateway.admin()
                                .get("/api/prompts")
                                .json()
                                .at("/live/ask/promptVersion")
                                .asString(""))
                        .isEqualTo("q-1"));
    }

    /** The same and more. */
    static String wish(String more) {
        return "{\"ask\": {\"promptVersion\": \"q-2\"}, " + more + "}";
    }

    String created(String wish) {
        var answer = gateway.admin().post("/api/replays", wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    Answer post(String id, String action, String body) {
        return gateway.admin().post("/api/replays/" + id + "/" + action, body);
    }

    JsonNode shown(String id) {
        return gateway.admin().get("/api/replays/" + id).json();
    }

    static void assertRefused(Answer answer, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains(detail);
    }

    /** Waits until the gateway shows it. */
    void report(String id, long orderNumber, State state, long position, Outcomes outcomes, long total) {
        var at = Instant.now();
        var quote = new Quote(total, 0, 0, 0, total, Quote.Cost.UNKNOWN, null, at);
        pipeline.send(new Progress(
                id,
                orderNumber,
                state,
                quote,
                position,
                outcomes,
                19.8,
                16L,
                "no replica takes bulk work",
                Map.of(0, 5L),
                at));
        pipeline.flush();
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(
                        () -> assertThat(shown(id).path("state").asString("")).isEqualTo(state.word()));
    }

    List<Object> actions(String id) {
        return gateway.rows("SELECT action FROM audit_log WHERE target = '" + id + "' ORDER BY id").stream()
                .map(row -> row.get("action"))
                .collect(Collectors.toList());
    }

    static ReplayOrder lastOrder(String id) {
        var addresses = TestBroker.shared().addresses();
        try (var orders = TopicReader.of(addresses, ReplayOrder.class, Pipeline.TOPICS.replayCommand())) {
            return orders.values().stream()
                    .filter(order -> order.replay().equals(id))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }

    static Live lastLive() {
        var addresses = TestBroker.shared().addresses();
        try (var prompts = TopicReader.of(addresses, JudgePrompt.class, Pipeline.TOPICS.judgePrompt())) {
            return prompts.values().stream()
                    .filter(Live.class::isInstance)
                    .map(Live.class::cast)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
