package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** Verdicts by rules in place of the model's: shown as what they are, and not final in the ledger. */
class ProvisionalIT {
    private static final Gateway GATEWAY = filled();
    private static final Client ADMIN = GATEWAY.admin();

    private static Gateway filled() {
        var gateway = Gateway.shared();
        gateway.clear();
        gateway.addUser("reader", "supervisor", "[\"Ventas\"]");
        row(gateway, "final", "'scored'", "FALSE, 1, 'llm'");
        row(gateway, "by-rules-for-good", "'scored'", "FALSE, 1, 'rules'");
        row(gateway, "waits", "'scored'", "TRUE, 0, 'rules'");
        row(gateway, "failed-at-last", "'failed'", "TRUE, 1, 'rules'");
        return gateway;
    }

    private static void row(Gateway gateway, String id, String outcome, String standing) {
        gateway.run(
                "INSERT INTO chat (chat_id, revision, source, team, ingested_at, message_count, messages, attributes)"
                        + " VALUES ('" + id + "', 1, 'import', 'Ventas', '2026-11-20 08:00:00', 1, '[]', '{}')");
        gateway.run(
                "INSERT INTO evaluation (chat_id, run_id, evaluation_id, revision, outcome, score, reason, simulated,"
                        + " attempts, team, ingested_at, started_at, evaluated_at, raw_answer, provisional, finality, judge_kind)"
                        + " VALUES ('" + id + "', 'live', '0123', 1, " + outcome
                        + ", 'bad', 'Por reglas.', FALSE, 2, 'Ventas',"
                        + " '2026-11-20 08:00:00', '2026-11-20 08:00:00', '2026-11-20 09:00:00', '{\"raw\":1}', "
                        + standing + ")");
    }

    @Test
    void theLedgerCountsThemAsInFlightAndByThemselves() {
        var ledger = await().atMost(LiveClient.PATIENCE)
                .until(
                        () -> ADMIN.get("/api/ledger").json(),
                        counted -> counted.path("closed").asInt() == 4);

        assertThat(ledger.path("scored").asInt()).isEqualTo(2);
        assertThat(ledger.path("failed").asInt()).isEqualTo(1);
        assertThat(ledger.path("inFlight").asInt()).isEqualTo(1);
        assertThat(ledger.path("provisional").asInt()).isEqualTo(1);
        assertThat(ledger.path("oldestInFlightSeconds").asLong()).isPositive();
    }

    @Test
    void anItemSaysWhetherAModelIsStillAwaitedAndNotWhoJudged() {
        var items = ADMIN.get("/api/evaluations").json().path("items");

        assertThat(items.valueStream()
                        .filter(item -> item.path("provisional").asBoolean())
                        .map(item -> item.path("type").asString() + " "
                                + item.path("chatId").asString() + " "
                                + item.path("reason").asString()))
                .containsExactlyInAnyOrder("scored waits Por reglas.", "failed failed-at-last Por reglas.");
    }

    @Test
    void aFailedChatIsNotFoundByTheProvisionalScoreItStillShows() {
        assertThat(ADMIN.chatIds("/api/evaluations?score=bad"))
                .containsExactlyInAnyOrder("final", "by-rules-for-good", "waits");
        assertThat(ADMIN.chatIds("/api/evaluations?type=failed")).containsExactly("failed-at-last");
    }

    @Test
    void theRawAnswerIsForAdminsAlone() {
        var reader = new Client(GATEWAY).signedIn("reader");

        assertThat(ADMIN.get("/api/chats/final")
                        .json()
                        .at("/evaluation/rawAnswer")
                        .asString())
                .isEqualTo("{\"raw\":1}");
        var seen = reader.get("/api/chats/final").json().path("evaluation");
        assertThat(seen.path("score").asString()).isEqualTo("bad");
        assertThat(seen.path("rawAnswer").isNull()).isTrue();
    }
}
