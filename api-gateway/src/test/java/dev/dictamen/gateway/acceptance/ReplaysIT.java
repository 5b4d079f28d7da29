package dev.dictamen.gateway.acceptance;

import static dev.dictamen.gateway.acceptance.ReplayDesk.WISH;
import static dev.dictamen.gateway.acceptance.ReplayDesk.assertRefused;
import static dev.dictamen.gateway.acceptance.ReplayDesk.lastLive;
import static dev.dictamen.gateway.acceptance.ReplayDesk.lastOrder;
import static dev.dictamen.gateway.acceptance.ReplayDesk.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport.Outcomes;
import dev.dictamen.contract.replay.ReplayReport.Plan;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Replays from the wish to the end, with a test that reports as ingest-service does. */
class ReplaysIT {
    private static final Gateway GATEWAY = withUser();
    private static final ReplayDesk DESK = new ReplayDesk(GATEWAY);
    private static final Client ADMIN = GATEWAY.admin();

    private static Gateway withUser() {
        var gateway = new Gateway("replays", "REPLAY_CONFIRM_ABOVE=100");
        gateway.addUser("watcher", "viewer", "[]");
        return gateway;
    }

    @AfterAll
    static void stop() {
        DESK.close();
        GATEWAY.close();
    }

    @Test
    void aWishThatCannotBeIsAnsweredWithTheFieldsName() {
        var answer = ADMIN.post("/api/replays", "{\"ask\": {\"promptVersion\": \"q-9\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("detail").asString())
                .startsWith("ask.promptVersion: no version q-9; there are ")
                .contains("q-1", "q-2");
        assertThat(ADMIN.post("/api/replays", wish("\"ratePerSecond\": 0")).status())
                .isEqualTo(400);
    }

    @Test
    void aWishBecomesAnOrderThatAsksForAQuote() {
        var answer = ADMIN.post("/api/replays", """
                {"name": " Noviembre ", "mode": "replace", "ratePerSecond": 2.5,
                 "ask": {"promptVersion": "q-2", "model": "openai/gpt-oss-20b", "temperature": 0.1, "seed": 4},
                 "selection": {"from": "2026-11-01T00:00:00Z", "chatIds": ["a", "b"], "sample": {"size": 3},
                     "filter": {"teams": ["Ventas"], "scores": ["bad"]}}}
                """);

        assertThat(answer.status()).isEqualTo(201);
        var id = answer.json().path("id").asString();
        var order = lastOrder(id);
        assertThat(id).matches("r-20\\d{6}-[a-z0-9]{6}");
        assertThat(order.number()).isEqualTo(1);
        assertThat(order.name()).isEqualTo("Noviembre");
        assertThat(order.mode()).isEqualTo(Mode.REPLACE);
        assertThat(order.pace()).isEqualTo(new Pace(Wanted.QUOTE, null, 2.5));
        assertThat(order.ask()).isEqualTo(new Ask("q-2", null, 0.1, 4));
        assertThat(order.selection().filter().teams()).containsExactly("Ventas");
        assertThat(order.selection().everyClosing()).isFalse();

        var shown = ADMIN.get("/api/replays/" + id).json();
        assertThat(shown.path("state").asString()).isEqualTo("quoting");
        assertThat(shown.path("quote").isNull()).isTrue();
        assertThat(shown.path("createdBy").asString()).isEqualTo("admin");
        assertThat(shown.at("/selection/chatIds").size()).isEqualTo(2);
        assertThat(shown.path("confirmAbove").asInt()).isEqualTo(100);
        var listed = ADMIN.get("/api/replays")
                .json()
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(listed.at("/selection/chatIds").size()).isZero();
        assertThat(listed.path("namedChats").asInt()).isEqualTo(2);
        assertThat(DESK.actions(id)).containsExactly("replay_create");
    }

    @Test
    void whatIsNotGivenIsTheUsual() {
        var order = lastOrder(DESK.created(WISH));

        assertThat(order.selection()).isEqualTo(Selection.ALL);
        assertThat(order.mode()).isEqualTo(Mode.COMPARE);
        assertThat(order.ask()).isEqualTo(Ask.with("q-2"));
        assertThat(order.name()).isEqualTo("q-2, compare");
    }

    @Test
    void aQuoteIsConfirmedAndThenItRunsPausesResumesAndIsCancelled() {
        var id = DESK.created(WISH);
        assertRefused(DESK.post(id, "start", "{}"), "quoting");
        DESK.report(id, 1, State.QUOTED, 0, Outcomes.NONE, 500);
        assertThat(DESK.shown(id).path("needsConfirmation").asBoolean()).isTrue();
        assertThat(DESK.shown(id).at("/quote/willRun").asInt()).isEqualTo(500);

        assertRefused(DESK.post(id, "start", ""), "confirm: 500 chats");
        assertThat(DESK.post(id, "start", "{\"confirmedTotal\": 499}")
                        .json()
                        .path("confirm")
                        .asInt())
                .isEqualTo(500);
        assertThat(DESK.post(id, "start", "{\"confirmedTotal\": 500}").status()).isEqualTo(202);
        assertThat(lastOrder(id).pace()).isEqualTo(new Pace(Wanted.RUN, 500L, null));
        assertThat(lastOrder(id).number()).isEqualTo(2);
        DESK.report(id, 2, State.RUNNING, 0, Outcomes.NONE, 500);

        assertThat(DESK.post(id, "pause", "").status()).isEqualTo(202);
        assertThat(lastOrder(id).pace().wanted()).isEqualTo(Wanted.PAUSE);
        assertThat(DESK.post(id, "rate", "{\"ratePerSecond\": 12.5}").status()).isEqualTo(202);
        assertThat(DESK.post(id, "resume", "").json().path("ratePerSecond").asDouble())
                .isEqualTo(12.5);
        assertThat(DESK.post(id, "rate", "{\"ratePerSecond\": null}")
                        .json()
                        .path("ratePerSecond")
                        .isNull())
                .isTrue();
        assertThat(DESK.post(id, "cancel", "").status()).isEqualTo(202);
        assertThat(lastOrder(id).pace()).isEqualTo(new Pace(Wanted.CANCEL, 500L, null));
        assertThat(lastOrder(id).number()).isEqualTo(7);
        assertRefused(DESK.post(id, "resume", ""), "being cancelled");
        assertThat(DESK.actions(id))
                .containsExactly(
                        "replay_create",
                        "replay_start",
                        "replay_pause",
                        "replay_rate",
                        "replay_resume",
                        "replay_rate",
                        "replay_cancel");
    }

    @Test
    void aRunningReplayIsShownAsFarAsItIs() {
        var id = DESK.created(WISH);
        DESK.report(id, 1, State.RUNNING, 230, new Outcomes(180, 4, 1), 500);
        var running = DESK.shown(id);
        assertThat(running.path("total").asInt()).isEqualTo(500);
        assertThat(running.path("done").asInt()).isEqualTo(185);
        assertThat(running.path("failed").asInt()).isEqualTo(1);
        assertThat(running.path("skipped").asInt()).isEqualTo(4);
        assertThat(running.path("underWay").asInt()).isEqualTo(45);
        assertThat(running.path("rate").asDouble()).isEqualTo(19.8);
        assertThat(running.path("secondsLeft").asInt()).isEqualTo(16);
        assertThat(running.path("why").asString()).isEqualTo("no replica takes bulk work");
    }

    @Test
    void aFinishedComparisonIsPromotedAndThePreviousPromptIsOneStepBack() {
        var id = DESK.created(wish("\"mode\": \"compare\""));
        DESK.report(id, 1, State.RUNNING, 5, Outcomes.NONE, 10);
        assertRefused(DESK.post(id, "promote", "{}"), "this one is running");
        DESK.report(id, 1, State.FINISHED, 10, new Outcomes(10, 0, 0), 10);
        assertThat(DESK.shown(id).path("promotable").asBoolean()).isTrue();
        assertThat(DESK.post(id, "promote", "{\"with\": \"r-20200101-aaaaaa\"}").status())
                .isEqualTo(400);

        var promoted = DESK.post(id, "promote", "");
        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.json().at("/ask/promptVersion").asString()).isEqualTo("q-2");
        assertThat(lastLive().replay()).isEqualTo(id);
        assertThat(lastLive().previous()).isEqualTo(Ask.with("q-1"));
        assertRefused(DESK.post(id, "promote", ""), "asked so already");
        assertRefused(DESK.post(id, "cancel", ""), "finished");
        assertThat(GATEWAY.rows("SELECT target FROM audit_log WHERE action = 'replay_promote'"))
                .extracting(row -> row.get("target"))
                .containsExactly(id + " with live");
        assertThat(ADMIN.post("/api/prompts/live/previous", "").status()).isEqualTo(200);
        assertThat(lastLive().ask()).isEqualTo(Ask.with("q-1"));
    }

    @Test
    void aReplayThatReplacedIsNotPromoted() {
        var id = DESK.created(wish("\"mode\": \"replace\""));
        DESK.report(id, 1, State.FINISHED, 10, new Outcomes(10, 0, 0), 10);

        assertRefused(DESK.post(id, "promote", "{}"), "mode replace");
    }

    @Test
    void aRestartForgetsNothing() {
        var id = DESK.created(WISH);
        DESK.report(id, 1, State.QUOTED, 0, Outcomes.NONE, 7);
        DESK.pipeline.send(new Plan(id, 0, 1, List.of(), "AAIB"));
        DESK.pipeline.flush();

        GATEWAY.restart();

        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() ->
                        assertThat(DESK.shown(id).path("state").asString("")).isEqualTo("quoted"));
        assertThat(DESK.shown(id).path("createdBy").asString()).isEqualTo("admin");
        assertThat(DESK.post(id, "start", "").status()).isEqualTo(202);
        assertThat(lastOrder(id).number()).isEqualTo(2);
    }

    @Test
    void anOrderOfAnotherGatewayIsShownAndChangedAfterItsNumber() {
        var id = "r-20200131-other1";
        DESK.pipeline.send(new ReplayOrder(
                id,
                8,
                "Elsewhere",
                Selection.ALL,
                Ask.with("q-1"),
                Mode.COMPARE,
                new Pace(Wanted.RUN, 3L, null),
                "eva",
                Instant.parse("2020-01-31T10:00:00Z")));
        DESK.report(id, 8, State.RUNNING, 0, Outcomes.NONE, 3);

        assertThat(DESK.shown(id).path("createdBy").asString()).isEqualTo("eva");
        assertThat(DESK.post(id, "pause", "").status()).isEqualTo(202);
        assertThat(lastOrder(id).number()).isEqualTo(9);
        assertThat(DESK.shown(id).path("createdBy").asString()).isEqualTo("eva");
        assertThat(DESK.shown(id).path("changedBy").asString()).isEqualTo("admin");
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

        assertThat(lastOrder(id).by()).isEqualTo("operator");
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
