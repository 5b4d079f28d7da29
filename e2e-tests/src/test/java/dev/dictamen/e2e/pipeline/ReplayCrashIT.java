package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.guarantee.OneRowPerChat;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** kill -9 of each part in the middle of a replay, and orders to one that runs: every chat is counted once, and what was not sent is not. */
@Order(4)
@EnabledIfSystemProperty(
        named = "dictamen.long",
        matches = "true",
        disabledReason = "each part's own crash tests hold the same: --long")
class ReplayCrashIT {
    @RegisterExtension
    static final SharedStack SHARED = SharedStack.QUIET;

    private static final int CHATS = 5_000;
    private static final int ROUNDS = 2;
    private static final int PER_SECOND = CHATS / 8;
    private static final int SENT_AT_ONCE = 500;
    private static final List<String> PARTS = List.of("ingest-service", "eval-worker", "result-sink");
    private static final String PREFIX = "replayed";
    private static final Duration ALL_DONE = Duration.ofMinutes(5);
    private static final Duration OBEYED = Duration.ofSeconds(2);

    private RunningStack stack;
    private StoredRows rows;
    private GatewayApi gateway;
    private Replays replays;

    @BeforeEach
    void haveChatsThatWereJudged() throws Exception {
        stack = SHARED.get();
        rows = new StoredRows(stack);
        gateway = new GatewayApi(stack);
        replays = new Replays(gateway);
        Replicas.of(stack).hurry();
        if (rows.evaluated(PREFIX).isEmpty()) {
            sendChats();
        }
        await().atMost(ALL_DONE).until(() -> rows.evaluated(PREFIX).size() == CHATS);
    }

    private void sendChats() throws Exception {
        try (var ingest = new IngestApi(stack)) {
            for (int from = 0; from < CHATS; from += SENT_AT_ONCE) {
                var lines = IntStream.range(from, from + SENT_AT_ONCE)
                        .mapToObj(number -> GeneratedChats.line(PREFIX, number))
                        .toArray(String[]::new);
                assertThat(ingest.send(lines)).isEqualTo(200);
            }
        }
    }

    @AfterEach
    void close() {
        rows.close();
        gateway.close();
    }

    @Test
    void whoeverIsKilledMeanwhileEveryChatIsSentAndCountedOnce() throws Exception {
        var id = order(1, PER_SECOND);
        replays.start(id);

        int kills = ROUNDS * PARTS.size();
        for (int kill = 0; kill < kills; kill++) {
            long enough = (long) CHATS * (kill + 1) / (kills + 2);
            await().atMost(ALL_DONE).pollInterval(Duration.ofMillis(50)).until(() -> replays.done(id) >= enough);
            assertThat(replays.isIn("running", id)).isTrue();
            stack.kill(PARTS.get(kill % PARTS.size()));
        }

        var finished = replays.awaitState(id, "finished", ALL_DONE);
        assertThat(finished.get("total").asInt()).isEqualTo(CHATS);
        assertEachIsCountedOnce(id, finished);
        assertThat(sentUnder(id, TopicReader::ofCommitted)).hasSize(CHATS).doesNotHaveDuplicates();
        new NothingLost().sent(GeneratedChats.ids(PREFIX, CHATS)).awaitHolds(ALL_DONE, () -> rows.evaluatedIn(id));
        OneRowPerChat.holdsFor(rows.evaluatedIn(id));
        tell(id, kills);
    }

    private void tell(String id, int kills) throws Exception {
        try (var evaluations = new EvaluationTopic(stack)) {
            int repeated = evaluations.of(id).size() - evaluations.firstOf(id).size();
            int takenBack = sentUnder(id, TopicReader::of).size() - CHATS;
            System.out.printf(
                    "replay: %d chats, %d kills, %d sent and taken back, %d outcomes repeated%n",
                    CHATS, kills, takenBack, repeated);
        }
    }

    @Test
    void pauseResumeAndCancelAreObeyedWithinTwoSeconds() throws Exception {
        var id = order(2, 20);
        replays.start(id);
        await().atMost(ALL_DONE).until(() -> replays.done(id) > 0);

        replays.tell(id, "pause", Map.of());
        replays.awaitState(id, "paused", OBEYED);

        replays.tell(id, "resume", Map.of());
        replays.awaitState(id, "running", OBEYED);
        long before = replays.done(id);
        await().atMost(ALL_DONE).until(() -> replays.done(id) > before);

        replays.tell(id, "cancel", Map.of());
        replays.awaitState(id, "cancelled", OBEYED);

        await().atMost(ALL_DONE).until(() -> replays.show(id).get("underWay").asInt() == 0);
        var cancelled = replays.show(id);
        assertThat(cancelled.get("done").asInt()).isPositive().isLessThan(CHATS);
        assertEachIsCountedOnce(id, cancelled);
        assertThat(sentUnder(id, TopicReader::ofCommitted))
                .hasSize(cancelled.get("done").asInt())
                .doesNotHaveDuplicates();
    }

    /** With a seed of its own: nothing is judged so already. */
    private String order(int seed, int perSecond) throws Exception {
        var prompt = gateway.get("/prompts").at("/live/ask/promptVersion").asString();
        return replays.order(
                Map.of("chatIds", GeneratedChats.ids(PREFIX, CHATS)),
                Map.of("promptVersion", prompt, "seed", seed),
                Map.of("ratePerSecond", perSecond));
    }

    /** What is shown is counted by the first outcome of each evaluation, however often a killed worker's is repeated. */
    private void assertEachIsCountedOnce(String id, JsonNode shown) throws Exception {
        try (var evaluations = new EvaluationTopic(stack)) {
            var firsts = evaluations.firstOf(id);
            assertThat(shown.get("done").asInt()).isEqualTo(firsts.size());
            assertThat(shown.get("failed").asLong())
                    .isEqualTo(firsts.stream()
                            .filter(Evaluation.Failed.class::isInstance)
                            .count());
            assertThat(shown.get("skipped").asLong())
                    .isEqualTo(firsts.stream()
                            .filter(Evaluation.Skipped.class::isInstance)
                            .count());
        }
    }

    /** The chats that were sent under a replay, each as often as the reader finds it. */
    private List<String> sentUnder(String id, Reading reading) throws Exception {
        var brokers = stack.settings().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        try (var sent = reading.of(brokers, ClosedChat.class, ContractTopics.ALL.replay())) {
            return sent.all().stream()
                    .filter(seen -> id.equals(seen.headers().get(EventHeaders.RUN_ID)))
                    .map(TopicReader.Seen::key)
                    .toList();
        }
    }

    /** Of committed records alone, or of all. */
    private interface Reading {
        TopicReader<ClosedChat> of(String brokers, Class<ClosedChat> type, String... topics);
    }
}
