package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.jdbc.JdbcTestUtils.countRowsInTable;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Subject;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.sink.SinkApplication;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.guarantee.NewerWins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What the tables promise, whichever server holds them. */
@SpringBootTest(
        classes = SinkApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.kafka.listener.auto-startup=false",
            "spring.kafka.admin.auto-create=false",
            "KAFKA_BOOTSTRAP_SERVERS=nowhere.invalid:9092",
            "MANAGEMENT_ADDRESS=127.0.0.1",
            "SINK_MANAGEMENT_PORT=0"
        })
abstract class StorageContract {
    @Autowired
    private ChatRepository chats;

    @Autowired
    private EvaluationRepository evaluations;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void emptyTables() {
        jdbc.update("DELETE FROM chat");
        jdbc.update("DELETE FROM evaluation");
    }

    @Test
    void writesAChatOnceAndUpdatesItByAHigherRevisionOnly() {
        chats.upsertAll(List.of(Chats.saying("a", "uno", "dos").withRevision(2)));
        chats.upsertAll(List.of(Chats.saying("a", "uno", "dos", "tres").withRevision(3)));
        chats.upsertAll(
                List.of(Chats.saying("a", "uno"), Chats.saying("a", "uno").withRevision(3)));

        assertThat(jdbc.queryForMap("SELECT revision, message_count FROM chat"))
                .containsEntry("revision", 3L)
                .containsEntry("message_count", 3);
    }

    @Test
    void newerWinsInAnyOrderAndRepeatsChangeNothing() {
        var newerWins = new NewerWins(System.nanoTime());
        newerWins.batches().forEach(evaluations::upsertAll);

        newerWins.holdsFor(jdbc.query("SELECT * FROM evaluation", StorageContract::row));
    }

    @Test
    void aProvisionalVerdictStandsInAndNeverInTheWay() {
        new ProvisionalVerdicts(evaluations, jdbc).hold();
    }

    @Test
    void aReplaysVerdictTakesThePlaceOfTheCurrentOne() {
        new ReplacedVerdicts(evaluations, jdbc).hold();
    }

    @Test
    void aRawAnswerOfAnyLengthIsCutAndKept() {
        evaluations.upsertAll(List.of(Evaluations.failedByModel("a", 1, Chats.CLOSED, "😀".repeat(9_000))));

        assertThat(jdbc.queryForObject("SELECT CHAR_LENGTH(raw_answer) FROM evaluation", Integer.class))
                .isEqualTo(EvaluationColumns.MAX_RAW_ANSWER);
    }

    @Test
    void aLaterOutcomeOfAnotherKindClearsWhatTheEarlierLeft() {
        evaluations.upsertAll(List.of(Evaluations.scored("a", 1, Chats.CLOSED, Score.GOOD)));
        evaluations.upsertAll(List.of(Evaluations.skipped("a", 2, Chats.CLOSED.minusSeconds(60))));

        var row = jdbc.queryForMap("SELECT * FROM evaluation");
        assertThat(row).containsEntry("outcome", "skipped").containsEntry("outcome_reason", "no_agent_message");
        assertThat(row.entrySet())
                .filteredOn(column -> List.of(
                                "score",
                                "score_value",
                                "reason",
                                "improvement",
                                "key_messages",
                                "flags",
                                "model",
                                "tokens_in")
                        .contains(column.getKey()))
                .hasSize(8)
                .allSatisfy(column -> assertThat(column.getValue()).isNull());
    }

    @Test
    void aScoredRowHoldsItsWholeVerdict() {
        evaluations.upsertAll(List.of(Evaluations.scored("a", 1, Chats.CLOSED, Score.HORRIBLE)));

        assertThat(jdbc.queryForMap("SELECT * FROM evaluation"))
                .containsEntry("score", "horrible")
                .containsEntry("score_value", 1)
                .containsEntry("key_messages", "[1,3]")
                .containsEntry("flags", "[\"repaired\"]")
                .containsEntry("judge_kind", "llm")
                .containsEntry("tokens_cached", 1024)
                .containsEntry("team", "Facturación");
    }

    @Test
    void timesAreUtcMillisecondsWhateverTheHostsZone() {
        var evaluatedAt = Instant.parse("2026-11-20T12:00:00.123Z");
        evaluations.upsertAll(List.of(Evaluations.scored("a", 1, evaluatedAt, Score.GOOD)));

        assertThat(jdbc.queryForObject("SELECT CAST(evaluated_at AS CHAR) FROM evaluation", String.class))
                .isEqualTo("2026-11-20 12:00:00.123");
    }

    @Test
    void hostileIdsStayTextAndIdsThatLookAlikeStayApart() {
        var ids = List.of(
                "../../etc/passwd';DROP TABLE chat;--",
                "\"<script>alert(1)</script>\\",
                "NASTY-DUPLICATE",
                "nasty-duplicate",
                "nasty-duplicate ",
                "nasty-duplicáte",
                "😀",
                "😁");

        chats.upsertAll(ids.stream().map(id -> Chats.any(id)).toList());
        evaluations.upsertAll(ids.stream().map(id -> evaluation(id)).toList());

        for (var table : List.of("chat", "evaluation")) {
            assertThat(jdbc.queryForList("SELECT chat_id FROM " + table, String.class))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void anyTextComesBackAsItWas() {
        var texts =
                new String[] {"emoji 🧑‍🚀", "nul \0 inside", "quote ' \" \\ %s ? {}", "x".repeat(200_000), " ", ""};
        chats.upsertAll(List.of(Chats.saying("a", texts)));
        evaluations.upsertAll(List.of(
                Evaluations.scored("a", 1, Chats.CLOSED, Evaluations.verdict(Score.BAD, "🧑‍🚀 nul \0 ' ? \\"))));

        assertThat(messagesOf("a")
                        .valueStream()
                        .map(message -> message.get("text").asString()))
                .containsExactly(texts);
        assertThat(jdbc.queryForObject("SELECT reason FROM evaluation", String.class))
                .isEqualTo("🧑‍🚀 nul \0 ' ? \\");
    }

    @Test
    void aChatOfFiveThousandMessagesIsStoredWhole() {
        var texts = IntStream.range(0, 5_000).mapToObj(i -> "mensaje " + i).toArray(String[]::new);

        chats.upsertAll(List.of(Chats.saying("long", texts)));

        assertThat(messagesOf("long").size()).isEqualTo(5_000);
    }

    @Test
    void whatTheServerRefusesForItsContentRollsTheWholeBatchBack() {
        var tooLong = withAgent("b", "n".repeat(300));

        assertThatThrownBy(() -> chats.upsertAll(List.of(Chats.any("a"), tooLong, Chats.any("c"))))
                .isInstanceOf(RefusedDataException.class);
        assertThat(countRowsInTable(jdbc, "chat")).isZero();
    }

    @Test
    void anIdThatIsTooLongIsRefusedRatherThanCut() {
        assertThatThrownBy(() -> chats.upsertAll(List.of(Chats.any("i".repeat(191)))))
                .isInstanceOf(RefusedDataException.class);
        chats.upsertAll(List.of(Chats.any("😀".repeat(190))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-0005-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+52370-01-01T00:00:00Z"
            })
    void aTimeThatNoColumnCanHoldIsRefused(String time) {
        assertThatThrownBy(() -> chats.upsertAll(List.of(closedAt(Instant.parse(time)))))
                .isInstanceOf(RefusedDataException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
    void anExtremeTimeIsKeptAsItIs(String time) {
        chats.upsertAll(List.of(closedAt(Instant.parse(time))));

        assertThat(jdbc.queryForObject("SELECT CAST(closed_at AS CHAR) FROM chat", String.class))
                .startsWith(time.substring(0, 10));
    }

    @Test
    void aBrokenVerdictIsRefusedByTheTable() {
        var tooLong = Evaluations.scored("a", 1, Chats.CLOSED, Evaluations.verdict(Score.GOOD, "r".repeat(501)));

        assertThatThrownBy(() -> evaluations.upsertAll(List.of(tooLong))).isInstanceOf(RefusedDataException.class);
    }

    @Test
    void aDetailOfAnyLengthIsCutAndKept() {
        evaluations.upsertAll(List.of(Evaluations.failed("a", 1, Chats.CLOSED, "😀".repeat(3_000))));

        assertThat(jdbc.queryForObject("SELECT CHAR_LENGTH(detail) FROM evaluation", Integer.class))
                .isEqualTo(EvaluationColumns.MAX_DETAIL);
    }

    @Test
    void aBatchIsOneStatementRatherThanOnePerRow() {
        long before = insertStatements();

        evaluations.upsertAll(
                IntStream.range(0, 500).mapToObj(i -> evaluation("chat-" + i)).toList());

        assertThat(insertStatements() - before).isLessThanOrEqualTo(2);
        assertThat(countRowsInTable(jdbc, "evaluation")).isEqualTo(500);
    }

    @Test
    void theScansOfTheLedgerReadTheIndexAndNoTranscript() {
        chats.upsertAll(IntStream.range(0, 50).mapToObj(i -> Chats.any("c" + i)).toList());
        evaluations.upsertAll(
                IntStream.range(0, 50).mapToObj(i -> evaluation("c" + i)).toList());
        jdbc.execute("ANALYZE TABLE chat, evaluation");
        var plans = new LedgerPlans(jdbc);

        assertThat(plans.ofCounting()).contains("chat_ledger", "Using index", "PRIMARY");
        assertThat(plans.ofLookingForLateChats()).contains("chat_ledger", "Using index", "PRIMARY");
    }

    private JsonNode messagesOf(String id) {
        var json = jdbc.queryForObject("SELECT messages FROM chat WHERE chat_id = ?", String.class, id);
        return ContractJson.mapper().readTree(String.valueOf(json));
    }

    private long insertStatements() {
        return Long.parseLong(String.valueOf(
                jdbc.queryForMap("SHOW GLOBAL STATUS LIKE 'Com_insert'").get("Value")));
    }

    /** A failed row may still show the provisional verdict it followed. */
    private static NewerWins.Row row(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var score = outcome.equals("scored") ? row.getString("score") : "-";
        var evaluatedAt = row.getObject("evaluated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new NewerWins.Row(
                row.getString("chat_id"), row.getLong("revision") + " " + evaluatedAt + " " + outcome + " " + score);
    }

    private static Evaluation evaluation(String id) {
        return Evaluations.scored(id, 1, Chats.CLOSED, Score.GREAT);
    }

    private static ClosedChat withAgent(String id, String agentName) {
        var subject = new Subject("17", agentName, null, null, null);
        return Chats.of(id, subject, Chats.CLOSED, List.of(), null);
    }

    private static ClosedChat closedAt(Instant time) {
        return Chats.of("a", Subject.UNKNOWN, time, List.of(), null);
    }
}
