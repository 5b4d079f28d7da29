package dev.dictamen.gateway.acceptance;

import static dev.dictamen.gateway.acceptance.ReplayDesk.WISH;
import static dev.dictamen.gateway.acceptance.ReplayDesk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is no replay, who may order none, and files that name chats. */
class ReplayRefusalsIT {
    private static final Gateway GATEWAY = withUser();
    private static final ReplayDesk DESK = new ReplayDesk(GATEWAY);
    private static final Client ADMIN = GATEWAY.admin();

    private static Gateway withUser() {
        var gateway = Gateway.shared();
        gateway.addUser("watcher", "viewer", "[]");
        return gateway;
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void whatIsWrongIsSaidByTheFieldsName() {
        Map.of(
                        "{}",
                        "ask is missing",
                        "{\"ask\": {}}",
                        "ask: promptVersion is missing",
                        "{\"ask\": {\"promptVersion\": \"q-9\"}}",
                        "ask.promptVersion: no version q-9; there are ",
                        ask("\"temperature\": 9"),
                        "temperature: from 0 to 2, not 9.0",
                        wish("\"mode\": \"overwrite\""),
                        "mode: one of compare, replace, not overwrite",
                        wish("\"ratePerSecond\": 0"),
                        "ratePerSecond: more than 0",
                        wish("\"selection\": {\"filter\": {\"team\": [\"a\"]}}"),
                        "selection.filter.team: no such field; there are [",
                        wish("\"selection\": {\"from\": \"yesterday\"}"),
                        "selection.from: ",
                        wish("\"selection\": {\"from\": \"2026-02-01T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"}"),
                        "is not before to",
                        wish(
                                "\"selection\": {\"offsets\": [{\"topic\": \"x\", \"partition\": 0, \"from\": 0, \"to\": 1}]}"),
                        "selection.offsets: topic is one of support.chat.backlog.v1, support.chat.closed.v1, not x")
                .forEach(ReplayRefusalsIT::assertIsWrong);
        Map.of(
                        wish("\"selection\": {\"sample\": {\"size\": 0}}"),
                        "sample: at least one chat",
                        wish("\"selection\": {\"chatIds\": [\"\"]}"),
                        "selection.chatIds: ids have 1 to 190",
                        wish("\"selection\": {\"chatIds\": [null]}"),
                        "selection: ",
                        wish("\"selection\": {\"filter\": {\"scores\": [\"superb\"]}}"),
                        "selection.filter.scores[0]: one of horrible, bad, neutral, good, great, not superb",
                        wish("\"name\": \"a\\nb\""),
                        "name: one line")
                .forEach(ReplayRefusalsIT::assertIsWrong);
    }

    private static String ask(String more) {
        return "{\"ask\": {\"promptVersion\": \"q-2\", " + more + "}}";
    }

    private static void assertIsWrong(String body, String detail) {
        var answer = ADMIN.post("/api/replays", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).as(body).contains(detail);
    }

    @Test
    void anOrderThatTheTopicRefusesLeavesNoRowAndNoEntry() {
        var ids = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"" + i + "€".repeat(70) + "\"")
                .collect(Collectors.joining(",", "[", "]"));

        var answer = ADMIN.post("/api/replays", wish("\"name\": \"huge\", \"selection\": {\"chatIds\": " + ids + "}"));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asString()).isEqualTo("larger than its topic takes");
        assertThat(GATEWAY.rows("SELECT id FROM replay WHERE name = 'huge'")).isEmpty();
        assertThat(GATEWAY.rows("SELECT id FROM audit_log WHERE target NOT IN (SELECT id FROM replay)"
                        + " AND action = 'replay_create'"))
                .isEmpty();
    }

    @Test
    void theOperatorOrdersAndNobodyElseDoes() {
        var operator = "Bearer " + Gateway.OPERATOR_TOKEN;
        var watcher = new Client(GATEWAY).signedIn("watcher");
        var anyone = new Client(GATEWAY);
        var id = anyone.post("/api/replays", WISH, "Authorization", operator)
                .json()
                .path("id")
                .asString();

        assertThat(ReplayDesk.lastOrder(id).by()).isEqualTo("operator");
        assertThat(watcher.get("/api/replays/" + id).status()).isEqualTo(200);
        assertThat(anyone.getWith("/api/replays", Gateway.OPERATOR_TOKEN).status())
                .isEqualTo(200);
        for (var path : List.of("", "/chat-ids", "/" + id + "/start", "/" + id + "/cancel", "/" + id + "/promote")) {
            assertThat(watcher.post("/api/replays" + path, "{}").status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(anyone.post("/api/replays" + path, "{}").status())
                    .as(path)
                    .isEqualTo(401);
        }
        for (var action : List.of("start", "pause", "resume", "cancel", "rate", "promote")) {
            assertThat(DESK.post("r-20200101-zzzzzz", action, "{}").status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(ADMIN.get("/api/replays/..%2f").status()).isEqualTo(400);
        assertThat(ADMIN.get("/api/replays/nope").status()).isEqualTo(404);
    }

    @Test
    void aFileOfManyLinesNamesItsChats() {
        var file = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"conversation_id\": \"c-" + i + "\", \"text\": \"" + "x".repeat(100) + "\"}")
                .collect(Collectors.joining("\n"));

        var answer = ADMIN.post("/api/replays/chat-ids", file + "\nbroken\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("chatIds").size()).isEqualTo(20_000);
        assertThat(answer.json().path("lines").asInt()).isEqualTo(20_001);
        assertThat(answer.json().at("/rejected/0/line").asInt()).isEqualTo(20_001);
        assertThat(ADMIN.post("/api/replays/chat-ids", (" ".repeat(1 << 20) + "\n").repeat(33))
                        .status())
                .isEqualTo(413);
    }
}
