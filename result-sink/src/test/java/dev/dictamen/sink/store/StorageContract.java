package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.sink.SinkApplication;
import dev.dictamen.sink.testing.Chats;
import dev.dictamen.sink.testing.Evaluations;
import java.time.Instant;
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
    private StoredChats storedChats;

    @Autowired
    private StoredEvaluations storedEvaluations;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void emptyTables() {
        jdbc.update("DELETE FROM chat");
        jdbc.update("DELETE FROM evaluation");
    }

    @Test
    void writesAChatOnceAndUpdatesItByAHigherRevisionOnly() {
        chats.upsertAll(List.of(Chats.saying("a", 2, "uno", "dos")));
        chats.upsertAll(List.of(Chats.saying("a", 3, "uno", "dos", "tres")));
        chats.upsertAll(List.of(Chats.saying("a", 1, "uno"), Chats.saying("a", 3, "uno")));

        var only = storedChats.findAll();
        assertThat(only).hasSize(1);
        assertThat(only.getFirst().revision()).isEqualTo(3);
        assertThat(only.getFirst().messageCount()).isEqualTo(3);
    }

    @Test
    void newerWinsInAnyOrderAndRepeatsChangeNothing() {
        new NewerWins(System.nanoTime()).holdFor(evaluations, storedEvaluations);
    }

    @Test
    void aProvisionalVerdictStandsInAndNeverInTheWay() {
        var provisional = new ProvisionalVerdicts(evaluations, jdbc);

        provisional.areShownUntilAFinalOutcomeComes();
        provisional.areReplacedByTheFinalVerdict();
        provisional.neverReplaceAFinalOutcomeHoweverLate();
        provisional.stayVisibleWhereTheModelFailsAtLast();
        provisional.areForgottenWithTheirRevision();
        provisional.mayBeFollowedByFailureAndThenByAVerdict();
    }

    @Test
    void aRawAnswerOfAnyLengthIsCutAndKept() {
        evaluations.upsertAll(List.of(Evaluations.failedByModel("a", 1, Chats.NOON, "😀".repeat(9_000))));

        assertThat(jdbc.queryForObject("SELECT CHAR_LENGTH(raw_answer) FROM evaluation", Integer.class))
                .isEqualTo(EvaluationColumns.MAX_RAW_ANSWER);
    }

    @Test
    void aLaterOutcomeOfAnotherKindClearsWhatTheEarlierLeft() {
        evaluations.upsertAll(List.of(Evaluations.scored("a", 1, Chats.NOON, Score.GOOD)));
        evaluations.upsertAll(List.of(Evaluations.skipped("a", 2, Chats.NOON.minusSeconds(60))));

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
        evaluations.upsertAll(List.of(Evaluations.scored("a", 1, Chats.NOON, Score.HORRIBLE)));

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
        evaluations.upsertAll(List.of(Evaluations.scored("a", 1, Chats.NOON, Score.GOOD)));

        assertThat(jdbc.queryForObject("SELECT CAST(evaluated_at AS CHAR) FROM evaluation", String.class))
                .isEqualTo("2026-11-20 12:00:00.123");
        assertThat(storedEvaluations.findAll().getFirst().evaluatedAt()).isEqualTo(Chats.NOON);
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

        chats.upsertAll(ids.stream().map(id -> Chats.chat(id, 1)).toList());
        evaluations.upsertAll(ids.stream().map(id -> evaluation(id)).toList());

        assertThat(storedChats.findAll()).extracting(StoredChat::chatId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(storedEvaluations.findAll())
                .extracting(row -> row.key().chatId())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void anyTextComesBackAsItWas() {
        var texts =
                new String[] {"emoji 🧑‍🚀", "nul \0 inside", "quote ' \" \\ %s ? {}", "x".repeat(200_000), " ", ""};
        chats.upsertAll(List.of(Chats.saying("a", 1, texts)));
        evaluations.upsertAll(
                List.of(Evaluations.scored("a", 1, Chats.NOON, Evaluations.verdict(Score.BAD, "🧑‍🚀 nul \0 ' ? \\"))));

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

        chats.upsertAll(List.of(Chats.saying("long", 1, texts)));

        assertThat(messagesOf("long").size()).isEqualTo(5_000);
    }

    @Test
    void whatTheServerRefusesForItsContentRollsTheWholeBatchBack() {
        var tooLong = Chats.withAgent("b", "n".repeat(300));

        assertThatThrownBy(() -> chats.upsertAll(List.of(Chats.chat("a", 1), tooLong, Chats.chat("c", 1))))
                .isInstanceOf(RefusedDataException.class);
        assertThat(storedChats.count()).isZero();
    }

    @Test
    void anIdThatIsTooLongIsRefusedRatherThanCut() {
        assertThatThrownBy(() -> chats.upsertAll(List.of(Chats.chat("i".repeat(191), 1))))
                .isInstanceOf(RefusedDataException.class);
        chats.upsertAll(List.of(Chats.chat("😀".repeat(190), 1)));
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
        assertThatThrownBy(() -> chats.upsertAll(List.of(Chats.opened("a", Instant.parse(time)))))
                .isInstanceOf(RefusedDataException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
    void anExtremeTimeIsKeptAsItIs(String time) {
        chats.upsertAll(List.of(Chats.opened("a", Instant.parse(time))));

        assertThat(jdbc.queryForObject("SELECT CAST(opened_at AS CHAR) FROM chat", String.class))
                .startsWith(time.substring(0, 10));
    }

    @Test
    void aBrokenVerdictIsRefusedByTheTable() {
        var tooLong = Evaluations.scored("a", 1, Chats.NOON, Evaluations.verdict(Score.GOOD, "r".repeat(501)));

        assertThatThrownBy(() -> evaluations.upsertAll(List.of(tooLong))).isInstanceOf(RefusedDataException.class);
    }

    @Test
    void aDetailOfAnyLengthIsCutAndKept() {
        evaluations.upsertAll(List.of(Evaluations.failed("a", 1, Chats.NOON, "😀".repeat(3_000))));

        assertThat(jdbc.queryForObject("SELECT CHAR_LENGTH(detail) FROM evaluation", Integer.class))
                .isEqualTo(EvaluationColumns.MAX_DETAIL);
    }

    @Test
    void aBatchIsOneStatementRatherThanOnePerRow() {
        long before = insertStatements();

        evaluations.upsertAll(
                IntStream.range(0, 500).mapToObj(i -> evaluation("chat-" + i)).toList());

        assertThat(insertStatements() - before).isLessThanOrEqualTo(2);
        assertThat(storedEvaluations.count()).isEqualTo(500);
    }

    @Test
    void theLedgersScanReadsTheIndexAndNoTranscript() {
        chats.upsertAll(
                IntStream.range(0, 50).mapToObj(i -> Chats.chat("c" + i, 1)).toList());

        var plan = jdbc.queryForList("""
                EXPLAIN SELECT e.outcome, COUNT(*), MIN(c.ingested_at) FROM chat c
                LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = 'live' AND e.revision >= c.revision
                GROUP BY e.outcome
                """);

        assertThat(plan.toString().replace("Covering index", "Using index"))
                .contains("chat_ledger", "Using index", "PRIMARY");
    }

    @Test
    void theScanForLateChatsReadsTheIndexAndNoTranscript() {
        chats.upsertAll(
                IntStream.range(0, 50).mapToObj(i -> Chats.chat("c" + i, 1)).toList());

        var plan = jdbc.queryForList("""
                EXPLAIN SELECT COUNT(*), MIN(GREATEST(COALESCE(c.closed_at, c.ingested_at), c.ingested_at)) FROM chat c
                LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = 'live' AND e.revision >= c.revision
                    AND e.finality = 1
                WHERE c.ingested_at >= '2026-01-01' AND e.chat_id IS NULL
                """);

        assertThat(plan.toString().replace("Covering index", "Using index"))
                .contains("chat_ledger", "Using index", "PRIMARY");
    }

    private JsonNode messagesOf(String id) {
        var json = jdbc.queryForObject("SELECT messages FROM chat WHERE chat_id = ?", String.class, id);
        return ContractJson.mapper().readTree(String.valueOf(json));
    }

    private long insertStatements() {
        return Long.parseLong(String.valueOf(
                jdbc.queryForMap("SHOW GLOBAL STATUS LIKE 'Com_insert'").get("Value")));
    }

    private static Evaluation evaluation(String id) {
        return Evaluations.scored(id, 1, Chats.NOON, Score.GREAT);
    }
}
