package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.data.Samples;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts and chats as the sink stored them, within the reader's teams. */
class HistoryIT {
    private static final Gateway GATEWAY = prepared();
    private static final Client ADMIN = GATEWAY.admin();
    private static final Client SALES = new Client(GATEWAY).signedIn("sales");

    private static Gateway prepared() {
        var gateway = Gateway.shared();
        gateway.clear();
        gateway.addUser("sales", "supervisor", "[\"Ventas\"]");
        gateway.addUser("teamless", "viewer", "[]");
        for (int i = 0; i < 25; i++) {
            var team = i % 2 == 0 ? "'Ventas'" : "'Facturación'";
            chat(gateway, "chat-" + i, team);
            evaluation(
                    gateway,
                    "chat-" + i,
                    "live",
                    team,
                    "'" + List.of("bad", "great").get(i % 2) + "'",
                    i / 5);
        }
        chat(gateway, "rara/ñ ?#%2f", "NULL");
        evaluation(gateway, "rara/ñ ?#%2f", "live", "NULL", "'horrible'", 50);
        chat(gateway, "skipped-1", "'Ventas'");
        evaluation(gateway, "skipped-1", "live", "'Ventas'", "NULL", 40);
        evaluation(gateway, "chat-0", "replay-1", "'Ventas'", "'good'", 59);
        chat(gateway, "waiting-1", "'Ventas'");
        deadLetter(gateway, "closed/0/1", "'waiting-1'", 1);
        deadLetter(gateway, "closed/0/2", "'chat-1'", 1);
        deadLetter(gateway, "found/0/1", "'never-stored'", 1);
        deadLetter(gateway, "evaluation/0/1", "'never-stored'", 1);
        deadLetter(gateway, "found/0/2", "NULL", 1);
        chat(gateway, "~tilde", "'Ventas'");
        chat(gateway, ".dot", "'Ventas'");
        chat(gateway, "a\"''; DROP TABLE chat; -- 😀", "'Ventas'");
        return gateway;
    }

    private static void chat(Gateway gateway, String id, String team) {
        gateway.run("INSERT INTO chat (chat_id, revision, source, agent_id, agent_name, team, ingested_at,"
                + " message_count, messages, attributes) VALUES ('" + id + "', 1, 'import', '17', 'Marta', " + team
                + ", '2026-11-20 08:00:00', 1,"
                + " '[{\"index\":0,\"role\":\"agent\",\"text\":\"<b>hola</b>\",\"sentAt\":null}]', '{}')");
    }

    private static void deadLetter(Gateway gateway, String place, String id, long revision) {
        gateway.run("INSERT INTO dead_letter (place, chat_id, revision, set_aside_at) VALUES ('" + place + "', " + id
                + ", " + revision + ", '2026-11-20 08:00:00')");
    }

    private static void evaluation(Gateway gateway, String id, String run, String team, String score, int second) {
        var outcome = score.equals("NULL") ? "'skipped'" : "'scored'";
        var reason = score.equals("NULL") ? "NULL, NULL, NULL, 'no_agent_message'" : "'r', 'i', '[0]', NULL";
        var judge = score.equals("NULL") ? "NULL" : "'llm'";
        gateway.run("INSERT INTO evaluation (chat_id, run_id, evaluation_id, revision, outcome, score, reason,"
                + " improvement, key_messages, outcome_reason, judge_kind, simulated, attempts, agent_id, agent_name, team,"
                + " ingested_at, started_at, evaluated_at) VALUES ('" + id + "', '" + run + "', '0123', 1, " + outcome
                + ", " + score + ", " + reason + ", " + judge + ", TRUE, 1, '17', 'Marta', " + team
                + ", '2026-11-20 08:00:00', '2026-11-20 08:00:00', '2026-11-20 09:00:" + (second < 10 ? "0" : "")
                + second + ".123')");
    }

    @Test
    void pagesAreNewestFirstWithoutHolesOrRepetitionsThoughManyShareAnInstant() {
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = ADMIN.get("/api/evaluations?limit=4" + after).json();
            assertThat(page.path("items").size()).isBetween(1, 4);
            page.path("items")
                    .forEach(item -> seen.add(item.path("evaluatedAt").asString() + " "
                            + item.path("chatId").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + encoded(page.path("next").asString());
        } while (!after.isEmpty());

        assertThat(seen).hasSize(27).doesNotHaveDuplicates();
        assertThat(seen.stream().map(row -> row.split(" ")[0]).toList()).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void anItemHasEveryFieldOfTheContract() {
        var item =
                ADMIN.get("/api/evaluations?type=skipped").json().path("items").get(0);
        assertThat(item.propertyNames())
                .containsExactlyElementsOf(
                        JsonMapper.shared().readTree(Samples.json("item")).propertyNames());
        assertThat(item.path("evaluatedAt").asString()).isEqualTo("2026-11-20T09:00:40.123Z");
        assertThat(item.path("outcomeReason").asString()).isEqualTo("no_agent_message");
        assertThat(item.path("keyMessages").size()).isZero();
        assertThat(item.path("score").isNull()).isTrue();
    }

    @Test
    void filtersCombine() {
        assertThat(ADMIN.chatIds("/api/evaluations?score=horrible")).containsExactly("rara/ñ ?#%2f");
        assertThat(ADMIN.chatIds("/api/evaluations?score=horrible,great&limit=200"))
                .hasSize(13);
        assertThat(ADMIN.chatIds("/api/evaluations?team=Facturaci%C3%B3n&limit=200"))
                .hasSize(12);
        assertThat(ADMIN.chatIds("/api/evaluations?agent=17&type=skipped")).containsExactly("skipped-1");
        assertThat(ADMIN.chatIds("/api/evaluations?from=2026-11-20T09:00:04Z&to=2026-11-20T09:00:05Z&limit=200"))
                .hasSize(5);
        assertThat(ADMIN.chatIds("/api/evaluations?agent=nobody")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score=excellent",
                "type=x",
                "from=yesterday",
                "to=2026-13-01",
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=99999999999",
                "after=AAAA",
                "after=%00",
                "score=bad%27%20OR%201=1",
                "after=../../etc"
            })
    void whatCannotBeIsRefusedByName(String query) {
        var answer = ADMIN.get("/api/evaluations?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.text())
                .contains(query.substring(0, query.indexOf('=')))
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "x'; DROP TABLE evaluation; --",
                "\\",
                "%",
                "\u0000",
                "' UNION SELECT 1 -- ",
                "Ventas' #"
            })
    void injectedFiltersFindNothingAndBreakNothing(String attack) {
        for (var name : new String[] {"agent", "team"}) {
            var answer = ADMIN.get("/api/evaluations?" + name + "=" + encoded(attack));
            assertThat(answer.status()).as(attack).isEqualTo(200);
            assertThat(answer.json().path("items").size()).isZero();
        }
        assertThat(GATEWAY.rows("SELECT 1 FROM evaluation")).hasSize(28);
    }

    @Test
    void aSupervisorSeesTheOwnTeamOnly() {
        assertThat(SALES.chatIds("/api/evaluations?limit=200")).hasSize(14).contains("skipped-1");
        assertThat(SALES.chatIds("/api/evaluations?team=Facturaci%C3%B3n")).isEmpty();
        assertThat(SALES.get("/api/chats/chat-0").status()).isEqualTo(200);
        assertThat(SALES.get("/api/chats/chat-1").status()).isEqualTo(404);
        assertThat(SALES.get("/api/chats/nothing").status()).isEqualTo(404);
        assertThat(SALES.get("/api/chats/chat-1").text().replace("chat-1", "X"))
                .isEqualTo(SALES.get("/api/chats/nothing").text().replace("nothing", "X"));
        assertThat(SALES.get("/api/chats/" + tilde("rara/ñ ?#%2f")).status()).isEqualTo(404);
    }

    @Test
    void aViewerWithoutTeamsSeesNothing() {
        var teamless = new Client(GATEWAY).signedIn("teamless");
        assertThat(teamless.chatIds("/api/evaluations")).isEmpty();
        assertThat(teamless.get("/api/chats/chat-0").status()).isEqualTo(404);
    }

    @Test
    void aChatComesWithItsTranscriptAndTheEvaluationOfTheLiveRun() {
        var body = ADMIN.get("/api/chats/chat-0").json();
        assertThat(body.path("chat").propertyNames())
                .containsExactlyInAnyOrder(
                        "chatId",
                        "revision",
                        "source",
                        "channel",
                        "language",
                        "agentId",
                        "agentName",
                        "team",
                        "customerRef",
                        "openedAt",
                        "closedAt",
                        "ingestedAt",
                        "messages");
        assertThat(body.at("/chat/messages").toString())
                .isEqualTo("[{\"index\":0,\"role\":\"agent\",\"text\":\"<b>hola</b>\",\"sentAt\":null}]");
        assertThat(body.at("/evaluation/runId").asString()).isEqualTo("live");
        assertThat(body.at("/evaluation/judgedBy/kind").asString()).isEqualTo("llm");
        assertThat(body.at("/evaluation/judgedBy/simulated").asBoolean()).isTrue();
        assertThat(body.path("evaluation").has("usage")).isTrue();
        assertThat(body.at("/evaluation/attempts").asInt()).isEqualTo(1);
        assertThat(ADMIN.get("/api/chats/waiting-1").json().path("evaluation").isNull())
                .isTrue();
    }

    @Test
    void openingAChatIsAudited() {
        SALES.get("/api/chats/chat-2");
        assertThat(GATEWAY.rows("SELECT 1 FROM audit_log WHERE actor = 'sales' AND target = 'chat-2'"))
                .isNotEmpty();
    }

    @Test
    void everyIdHasAnAddress() {
        for (var id : new String[] {"rara/ñ ?#%2f", "~tilde", ".dot", "chat-0", "a\"'; DROP TABLE chat; -- 😀"}) {
            var answer = ADMIN.get("/api/chats/" + tilde(id));
            assertThat(answer.status()).as(id).isEqualTo(200);
            assertThat(answer.json().at("/chat/chatId").asString()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "..%2f..%2fetc, 400",
        "%2e%2e, 400",
        "~%25%25, 400",
        "~!!!, 404",
        "~, 404",
        "~AAA=, 404",
        "~_w, 404",
        "'''%20OR%201=1', 404",
        "%00, 400",
        "a%0d%0ab, 400",
        "%f0%9f%98%80, 404",
        "chat-0;x=1, 400",
        "a/b, 404",
        "CHAT-0, 404",
        "chat-0%20, 404"
    })
    void hostileIdsFindNothing(String segment, int status) {
        var answer = ADMIN.get("/api/chats/" + segment);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.text()).doesNotContain("Exception");
    }

    @Test
    void anEndlessIdIsNotFound() {
        assertThat(ADMIN.get("/api/chats/" + "a".repeat(2000)).status()).isEqualTo(404);
    }

    @Test
    void theLedgerCountsChatsByTheirLiveOutcome() {
        var ledger = await().atMost(LiveClient.PATIENCE)
                .until(
                        () -> ADMIN.get("/api/ledger").json(),
                        counted -> counted.path("closed").asInt() == 33);
        assertThat(ledger.propertyNames())
                .containsExactly(
                        "closed scored skipped failed inFlight provisional oldestInFlightSeconds skippedBy failedBy"
                                .split(" "));
        assertThat(ledger.path("scored").asInt()).isEqualTo(26);
        assertThat(ledger.path("skipped").asInt()).isEqualTo(1);
        assertThat(ledger.path("skippedBy").toString()).isEqualTo("{\"no_agent_message\":1}");
        assertThat(ledger.path("failed").asInt())
                .as("stored and set aside, never stored, of no chat")
                .isEqualTo(3);
        assertThat(ledger.path("failedBy").toString()).isEqualTo("{\"dead_letter\":3}");
        assertThat(ledger.path("inFlight").asInt()).isEqualTo(3);
        assertThat(ledger.path("oldestInFlightSeconds").asLong()).isPositive();
        var sales = SALES.get("/api/ledger").json();
        assertThat(sales.path("closed").asInt()).isEqualTo(18);
        assertThat(sales.path("failed").asInt()).isEqualTo(1);
    }

    private static String tilde(String id) {
        return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
