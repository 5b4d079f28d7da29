package dev.dictamen.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.gateway.auth.TestUsers;
import dev.dictamen.gateway.testing.Browser;
import dev.dictamen.gateway.testing.GatewayTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** History over REST from the sink's tables. */
@GatewayTest
class HistoryIT {
    private static final String STRANGE_ID = "a/b?c%2F..\"'; DROP TABLE chat; -- ñ😀";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUsers users;

    private Browser browser = new Browser(0);
    private String token = "";

    @BeforeEach
    void fill() {
        browser = new Browser(port);
        token = browser.adminToken();
        jdbc.sql("DELETE FROM evaluation").update();
        jdbc.sql("DELETE FROM chat").update();
        for (int number = 1; number <= 7; number++) {
            chat("chat-" + number, "Ventas");
            evaluation("chat-" + number, "live", number % 2 == 0 ? "bad" : "good", "Ventas");
        }
        evaluation("chat-1", "a-replay", "horrible", "Ventas");
        chat(STRANGE_ID, "Soporte");
    }

    @Test
    void pagesHoldEveryLiveEvaluationOnceAndNewestFirst() {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/api/evaluations?limit=3" + after);
            page.get("items").forEach(item -> ids.add(item.get("chatId").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());

        assertThat(ids).containsExactly("chat-7", "chat-6", "chat-5", "chat-4", "chat-3", "chat-2", "chat-1");
    }

    @Test
    void filtersNarrowAndNeverReachTheStatementAsText() {
        assertThat(get("/api/evaluations?score=bad").get("items").size()).isEqualTo(3);
        assertThat(get("/api/evaluations?type=failed").get("items").size()).isZero();
        assertThat(get("/api/evaluations?agent=17&team=Ventas").get("items").size())
                .isEqualTo(7);
        String attack = URLEncoder.encode("x' OR '1'='1' -- ", StandardCharsets.UTF_8);
        for (String name : new String[] {"agent", "team"}) {
            assertThat(get("/api/evaluations?" + name + "=" + attack)
                            .get("items")
                            .size())
                    .as(name)
                    .isZero();
        }
        for (String name : new String[] {"score", "type"}) {
            var answer = browser.get("/api/evaluations?" + name + "=" + attack, token);
            assertThat(answer.status()).as(name).isEqualTo(400);
        }
    }

    @Test
    void wrongParametersAreBadRequests() {
        for (String query :
                new String[] {"limit=0", "limit=201", "limit=x", "from=yesterday", "to=1", "after=nonsense", "after=%27"
                }) {
            var answer = browser.get("/api/evaluations?" + query, token);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aChatComesWithItsMessagesAndItsVerdict() {
        JsonNode body = get("/api/chats/chat-2");

        assertThat(body.get("chat").get("messages").get(0).get("text").asString())
                .isEqualTo("Hola");
        assertThat(body.get("evaluation").get("score").asString()).isEqualTo("bad");
        assertThat(body.get("evaluation").get("judgedBy").get("simulated").asBoolean())
                .isTrue();
        assertThat(body.get("evaluation").get("attempts").asInt()).isEqualTo(1);
        assertThat(body.get("evaluation").get("evaluatedAt").asString()).isEqualTo("2026-11-20T10:02:00Z");
    }

    @Test
    void anyIdIsReachableAsOneSafeSegmentAndHostileOnesFindNothing() {
        String segment = "~" + base64(STRANGE_ID);
        assertThat(get("/api/chats/" + segment).get("chat").get("chatId").asString())
                .isEqualTo(STRANGE_ID);
        assertThat(get("/api/chats/~" + base64("chat-1"))
                        .get("chat")
                        .get("chatId")
                        .asString())
                .isEqualTo("chat-1");

        for (String hostile :
                new String[] {"CHAT-1", "chat-1%20", "~", "~!!", "~_w", "..%2fchat-1", "%27%20OR%201=1", "x".repeat(500)
                }) {
            assertThat(browser.get("/api/chats/" + hostile, token).status())
                    .as(hostile)
                    .isIn(400, 404);
        }
    }

    @Test
    void theLedgerCountsEveryChatOnce() {
        JsonNode ledger = get("/api/ledger");

        assertThat(ledger.get("closed").asInt()).isEqualTo(8);
        assertThat(ledger.get("scored").asInt()).isEqualTo(7);
        assertThat(ledger.get("inFlight").asInt()).isEqualTo(1);
        assertThat(ledger.get("oldestInFlightSeconds").asLong()).isPositive();
    }

    @Test
    void aSupervisorSeesTheOwnTeamsOnly() {
        users.addSupervisor("sofia", List.of("Soporte"));
        String own = browser.login("sofia", Browser.PASSWORD)
                .body()
                .get("accessToken")
                .asString();

        assertThat(browser.get("/api/evaluations", own).body().get("items").size())
                .isZero();
        assertThat(browser.get("/api/evaluations?team=Ventas", own)
                        .body()
                        .get("items")
                        .size())
                .isZero();
        assertThat(browser.get("/api/chats/chat-1", own).status()).isEqualTo(404);
        assertThat(browser.get("/api/chats/~" + base64(STRANGE_ID), own).status())
                .isEqualTo(200);
        assertThat(browser.get("/api/ledger", own).body().get("closed").asInt()).isEqualTo(1);
    }

    private JsonNode get(String path) {
        Browser.Answer answer = browser.get(path, token);
        assertThat(answer.status()).as(path + " " + answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private static String base64(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private void chat(String chatId, String team) {
        jdbc.sql("INSERT INTO chat (chat_id, revision, source, team, ingested_at, message_count, messages, attributes)"
                        + " VALUES (?, 1, 'test', ?, '2026-11-20 10:00:00', 1,"
                        + " '[{\"index\":0,\"role\":\"customer\",\"text\":\"Hola\",\"sentAt\":null}]', '{}')")
                .params(chatId, team)
                .update();
    }

    private void evaluation(String chatId, String runId, String score, String team) {
        String minute = chatId.substring(chatId.length() - 1);
        jdbc.sql(
                        "INSERT INTO evaluation (chat_id, run_id, evaluation_id, revision, outcome, score, reason, improvement,"
                                + " key_messages, flags, judge_kind, simulated, attempts, agent_id, team, ingested_at,"
                                + " started_at, evaluated_at) VALUES (?, ?, ?, 1, 'scored', ?, 'Razón', 'Mejora', '[0]', '[]',"
                                + " 'llm', TRUE, 1, '17', ?, '2026-11-20 10:00:00', '2026-11-20 10:00:00', ?)")
                .params(chatId, runId, "0".repeat(32), score, team, "2026-11-20 10:0" + minute + ":00")
                .update();
    }
}
