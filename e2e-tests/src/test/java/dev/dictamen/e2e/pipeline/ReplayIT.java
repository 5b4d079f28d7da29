package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.testing.data.TestData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An experiment over the whole history: real chats that were judged as they closed are judged again with other words. All
 * tests look at that one replay; the last changes what live chats are asked.
 */
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {
    @RegisterExtension
    static final SharedStack SHARED = SharedStack.QUIET;

    private static final List<String> FILES = List.of("star-500.jsonl.gz", "kavak-102.jsonl.gz");
    private static final int CLOSINGS = 602;
    private static final int CHATS = 597;
    private static final int KAVAK_CLOSINGS = 102;
    private static final String STRICTER = "e2e-stricter";
    private static final int DRIFT_PERCENT = 20;
    private static final Duration ALL_DONE = Duration.ofMinutes(3);

    private RunningStack stack;
    private StoredRows rows;
    private EvaluationTopic evaluations;
    private GatewayApi gateway;
    private Replays replays;
    private Map<String, String> liveRowsBefore;
    private String usual;
    private String replay;

    @BeforeAll
    void judgeTheHistoryAgain() throws Exception {
        stack = SHARED.get();
        rows = new StoredRows(stack);
        evaluations = new EvaluationTopic(stack);
        gateway = new GatewayApi(stack);
        replays = new Replays(gateway);
        Replicas.of(stack).hurry();
        for (var file : FILES) {
            assertThat(stack.run("import", TestData.file(file).toString()).exitCode())
                    .isZero();
        }
        awaitStored(Evaluation.LIVE_RUN);
        liveRowsBefore = rows.checksums(Evaluation.LIVE_RUN);

        publishStricterPrompt();
        Replicas.of(stack).drift(DRIFT_PERCENT);
        replay = replays.order(Map.of(), Map.of("promptVersion", STRICTER));
        replays.start(replay);
        replays.awaitState(replay, "finished", ALL_DONE);
        awaitStored(replay);
    }

    @AfterAll
    void close() {
        Stream.of(rows, evaluations, gateway).forEach(ReplayIT::close);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every closing has its outcome in a run, and the table shows the newest of each chat. */
    private void awaitStored(String run) {
        await().atMost(ALL_DONE).until(() -> evaluations.firstOf(run).size() == CLOSINGS);
        await().atMost(ALL_DONE)
                .untilAsserted(() -> assertThat(rows.revisions(run)).isEqualTo(evaluations.newest(run)));
    }

    private void publishStricterPrompt() throws Exception {
        usual = gateway.get("/prompts").at("/live/ask/promptVersion").asString();
        var texts = gateway.get("/prompts/" + usual).get("texts");
        gateway.post(
                "/prompts",
                Map.of(
                        "version",
                        STRICTER,
                        "texts",
                        Map.of(
                                "instructions",
                                texts.get("instructions").asString() + "\nAnte la duda, elige la nota más baja.",
                                "task",
                                texts.get("task").asString(),
                                "repair",
                                texts.get("repair").asString())));
    }

    @Test
    @Order(1)
    void everyClosingIsJudgedOnceUnderTheReplayAndNoLiveRowChanges() throws Exception {
        var shown = replays.show(replay);

        assertThat(shown.get("total").asInt()).isEqualTo(CLOSINGS);
        assertThat(shown.get("done").asInt()).isEqualTo(CLOSINGS);
        assertThat(shown.get("failed").asInt()).isZero();
        assertThat(evaluations.firstOf(replay)).hasSize(CLOSINGS).allSatisfy(ReplayIT::assertAskedStrictly);
        assertThat(rows.evaluatedIn(replay)).hasSize(CHATS);
        assertThat(rows.checksums(Evaluation.LIVE_RUN)).hasSize(CHATS).isEqualTo(liveRowsBefore);
    }

    private static void assertAskedStrictly(Evaluation evaluation) {
        switch (evaluation) {
            case Evaluation.Scored scored ->
                assertThat(scored.judge().promptVersion()).isEqualTo(STRICTER);
            case Evaluation.Skipped skipped -> assertThat(skipped.chatId()).startsWith("star-");
            case Evaluation.Failed failed -> throw new AssertionError(failed.chatId() + " failed: " + failed.detail());
        }
    }

    @Test
    @Order(2)
    void theComparisonSaysWhatItsExportsGiveWhoCountsThem() throws Exception {
        var comparison = comparisonWithFigures(replay);
        var jsonl = ExportedLines.ofJsonl(gateway.text("/replays/" + replay + "/export?format=jsonl"));
        var csv = ExportedLines.ofCsv(gateway.text("/replays/" + replay + "/export?format=csv"));

        new ComparisonAsExported(jsonl).holdsFor(comparison);
        assertThat(csv).isEqualTo(jsonl);
        assertThat(comparison.at("/agreement/exact").asDouble())
                .as("%d percent drift", DRIFT_PERCENT)
                .isBetween(0.7, 0.9);
    }

    @Test
    @Order(3)
    void theFiguresOfTheKavakChatsAreThoseThatOthersComputed() throws Exception {
        var named = gateway.postLines(
                "/replays/chat-ids", new String(TestData.bytes("kavak-102.jsonl.gz"), StandardCharsets.UTF_8));
        assertThat(named.get("lines").asInt()).isEqualTo(KAVAK_CLOSINGS);
        assertThat(named.get("rejected")).isEmpty();

        var kavak =
                replays.order(Map.of("chatIds", named.get("chatIds")), Map.of("promptVersion", usual, "seed", 4711));
        replays.start(kavak);
        assertThat(replays.awaitState(kavak, "finished", ALL_DONE).get("done").asInt())
                .isEqualTo(KAVAK_CLOSINGS);

        var comparison = comparisonWithFigures(kavak);
        var expected = JsonMapper.shared().readTree(TestData.bytes("kavak-expected.json"));
        assertBaseline(comparison, expected.get("composite_defaults"));
        assertRanking(comparison.at("/figures/intents"), expected.get("tool_ranking_app_8_intents"));
    }

    /** They come a moment after the first chats were sent. */
    private JsonNode comparisonWithFigures(String id) throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !replays.comparison(id).get("figures").isNull());
        return replays.comparison(id);
    }

    private static void assertBaseline(JsonNode comparison, JsonNode expected) {
        var means = comparison.at("/figures/means");
        var baseline = expected.get("baseline");
        assertThat(comparison.at("/figures/conversations").asInt()).isEqualTo(KAVAK_CLOSINGS);
        assertThat(rounded(means.get("resolutionRate"), 3))
                .isEqualTo(baseline.get("resolution_rate").asDouble());
        assertThat(rounded(means.get("csat"), 3))
                .isEqualTo(baseline.get("avg_csat").asDouble());
        assertThat(rounded(means.get("turns"), 2))
                .isEqualTo(baseline.get("avg_turns").asDouble());
        assertThat(rounded(means.get("latencySeconds"), 1))
                .isEqualTo(baseline.get("avg_latency").asDouble());
        var components = comparison.at("/composite/with/components");
        assertAlike(components.get("resolution"), expected.at("/components/resolution_rate"));
        assertAlike(components.get("turns"), expected.at("/components/turns_efficiency"));
        assertAlike(components.get("latency"), expected.at("/components/latency"));
    }

    private static double rounded(JsonNode value, int digits) {
        return BigDecimal.valueOf(value.asDouble())
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static void assertRanking(JsonNode intents, JsonNode expected) {
        assertThat(intents.size()).isEqualTo(expected.size());
        for (int place = 0; place < expected.size(); place++) {
            var found = intents.get(place);
            var wanted = expected.get(place);
            assertThat(found.get("intent").asString())
                    .isEqualTo(wanted.get("intent").asString());
            assertThat(found.get("tool").asString())
                    .isEqualTo(wanted.get("tool_name").asString());
            assertThat(found.get("frequency").asInt())
                    .isEqualTo(wanted.get("frequency").asInt());
            assertThat(found.get("effort").asInt())
                    .isEqualTo(wanted.get("effort_est").asInt());
            assertThat(found.get("contexts").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrder(
                            wanted.get("top_contexts").asString().split(", "));
            assertAlike(found.get("unresolvedRate"), wanted.get("unresolved_rate"));
            assertAlike(found.get("meanCsat"), wanted.get("avg_csat"));
            assertAlike(found.get("csatGap"), wanted.get("csat_gap"));
            assertAlike(found.get("score"), wanted.get("score"));
        }
    }

    private static void assertAlike(JsonNode found, JsonNode expected) {
        assertThat(found.asDouble()).isCloseTo(expected.asDouble(), within(1e-12));
    }

    @Test
    @Order(4)
    void theSameReplayAgainHasNothingToRunAndSaysWhy() throws Exception {
        var again = replays.order(Map.of(), Map.of("promptVersion", STRICTER));

        var quote = replays.quote(again);
        assertThat(quote.get("matched").asInt()).isEqualTo(CLOSINGS);
        assertThat(quote.get("alreadyJudged").asInt()).isEqualTo(CLOSINGS);
        assertThat(quote.get("willRun").asInt()).isZero();
        assertThat(quote.get("explanation").asString()).contains("all 602 have a verdict", "already");
        var refused = gateway.answer("/replays/" + again + "/start", Map.of("confirmedTotal", 0));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("nothing would run");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void promotedItsPromptJudgesTheNextChatAndOneCallBringsTheOtherBack() throws Exception {
        var promoted = gateway.post("/replays/" + replay + "/promote", Map.of());

        assertThat(promoted.at("/ask/promptVersion").asString()).isEqualTo(STRICTER);
        awaitJudgedWith(STRICTER);

        var back = gateway.post("/prompts/live/previous", Map.of());

        assertThat(back.at("/ask/promptVersion").asString()).isEqualTo(usual);
        awaitJudgedWith(usual);
    }

    /** A worker hears of it as it hears of chats, by a topic: so one chat after the other is sent until it has. */
    private void awaitJudgedWith(String version) throws Exception {
        try (var ingest = new IngestApi(stack)) {
            var prefix = "promoted-" + version;
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                int number = rows.evaluated(prefix).size();
                assertThat(ingest.send(GeneratedChats.line(prefix, number))).isEqualTo(200);
                await().atMost(ALL_DONE).until(() -> rows.evaluated(prefix).size() > number);
                return rows.promptVersions(prefix + "-" + number).equals(List.of(version));
            });
        }
    }
}
