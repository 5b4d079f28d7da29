package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.JudgePrompt.Live;
import dev.dictamen.contract.replay.JudgePrompt.Parameters;
import dev.dictamen.contract.replay.JudgePrompt.Texts;
import dev.dictamen.contract.replay.JudgePrompt.Version;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prompts as workers and admins publish them: listed by everybody, published and gone back to by admins and the operator. */
class PromptsIT {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final Pipeline PIPELINE = new Pipeline();
    private static final Client ADMIN = GATEWAY.admin();
    private static final Texts TEXTS = new Texts("Judge.", "{delimiter}{chat}{delimiter}", "Again: {errors}");

    @BeforeAll
    static void aWorkerPublishesItsOwn() {
        GATEWAY.addUser("prompt-reader", "viewer", "[]");
        PIPELINE.send(version("p-1", Instant.parse("2026-11-01T00:00:00Z")));
        PIPELINE.send(version("p-2", Instant.parse("2026-11-02T00:00:00Z")));
        PIPELINE.flush();
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(
                        () -> assertThat(ADMIN.get("/api/prompts/p-2").status()).isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        PIPELINE.close();
    }

    private static Version version(String name, Instant at) {
        return new Version(name, TEXTS, "{\"type\":\"object\"}", new Parameters(0.2, 7, 1500), "eval-worker", at);
    }

    private static void goLive(Ask ask, Ask previous) {
        PIPELINE.send(new Live(ask, previous, null, "eval-worker", Instant.now()));
        PIPELINE.flush();
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() -> assertThat(ADMIN.get("/api/prompts")
                                .json()
                                .at("/live/ask/promptVersion")
                                .asString(""))
                        .isEqualTo(ask.promptVersion()));
    }

    @Test
    void everyRoleAndTheOperatorSeeAllVersionsNewestFirstAndEachWithItsWords() {
        goLive(Ask.with("p-1"), Ask.with("p-2"));

        var all = new Client(GATEWAY)
                .signedIn("prompt-reader")
                .get("/api/prompts")
                .json();
        assertThat(all.path("versions")
                        .valueStream()
                        .map(one -> one.path("version").asString()))
                .containsSubsequence("p-2", "p-1");
        assertThat(all.at("/live/previous/promptVersion").asString()).isEqualTo("p-2");
        var one = new Client(GATEWAY)
                .getWith("/api/prompts/p-1", Gateway.OPERATOR_TOKEN)
                .json();
        assertThat(one.path("hash").asString())
                .isEqualTo(version("p-1", Instant.EPOCH).hash());
        assertThat(one.path("live").asBoolean()).isTrue();
        assertThat(one.at("/texts/task").asString()).isEqualTo(TEXTS.task());
        assertThat(one.at("/parameters/maxTokens").asInt()).isEqualTo(1500);
        assertThat(one.path("schema").asString()).isEqualTo("{\"type\":\"object\"}");
        assertThat(ADMIN.get("/api/prompts/p-9").status()).isEqualTo(404);
    }

    @Test
    void anAdminPublishesAVersionThatTakesFromTheLiveOneWhatItDoesNotSay() {
        goLive(Ask.with("p-1"), Ask.with("p-2"));
        var request = """
                {"version": "p-3", "parameters": {"temperature": 0.7},
                 "texts": {"instructions": "Judge well.", "task": "{delimiter}{chat}", "repair": "{errors}"}}
                """;

        assertThat(ADMIN.post("/api/prompts", request).status()).isEqualTo(201);
        var published = ADMIN.get("/api/prompts/p-3").json();
        assertThat(published.path("publishedBy").asString()).isEqualTo("admin");
        assertThat(published.path("schema").asString()).isEqualTo("{\"type\":\"object\"}");
        assertThat(published.at("/parameters/temperature").asDouble()).isEqualTo(0.7);
        assertThat(published.at("/parameters/seed").asInt()).isEqualTo(7);
        assertThat(last("p-3"))
                .isInstanceOfSatisfying(
                        Version.class,
                        version -> assertThat(version.texts().instructions()).isEqualTo("Judge well."));
        assertThat(ADMIN.post("/api/prompts", request).status()).isEqualTo(201);

        var other = ADMIN.post("/api/prompts", request.replace("well", "otherwise"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("detail").asString()).contains("p-3", "another name");
        assertThat(GATEWAY.rows("SELECT actor FROM audit_log WHERE action = 'prompt_publish' AND target = 'p-3'"))
                .hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidByTheFieldsName() {
        Map.of(
                        "{\"version\": \"x\"}",
                        "texts is missing",
                        "{\"version\": \"x\", \"texts\": {\"instructions\": \"a\", \"task\": \"b\", \"repair\": \"c\"}}",
                        "lacks its place {chat}",
                        body("live", "\"schema\": {}"),
                        "no name of a prompt version",
                        body("x", "\"schema\": \"[]\""),
                        "schema: a JSON schema",
                        body("x", "\"parameters\": {\"temperature\": 3}"),
                        "temperature: from 0 to 2",
                        body("x", "\"parameters\": {\"temperatur\": 1}"),
                        "parameters.temperatur: no such field",
                        "no json",
                        "the body is not JSON",
                        "",
                        "version is missing")
                .forEach((body, detail) -> {
                    var answer = ADMIN.post("/api/prompts", body);
                    assertThat(answer.status()).as(body).isEqualTo(400);
                    assertThat(answer.json().path("detail").asString()).as(body).contains(detail);
                });
        assertThat(ADMIN.post("/api/prompts", "{\"version\": \"" + "x".repeat(1 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    private static String body(String version, String more) {
        return "{\"version\": \"" + version + "\", \"texts\": {\"instructions\": \"a\","
                + " \"task\": \"{chat}{delimiter}\", \"repair\": \"{errors}\"}, " + more + "}";
    }

    @Test
    void goingBackAndBackAgainEndsWhereItBegan() {
        goLive(Ask.with("p-1"), new Ask("p-2", "other/model", 0.5, 3));

        var back = ADMIN.post("/api/prompts/live/previous", "");
        assertThat(back.status()).isEqualTo(200);
        assertThat(last(JudgePrompt.LIVE)).isInstanceOfSatisfying(Live.class, live -> {
            assertThat(live.ask()).isEqualTo(new Ask("p-2", "other/model", 0.5, 3));
            assertThat(live.previous()).isEqualTo(Ask.with("p-1"));
            assertThat(live.by()).isEqualTo("admin");
        });
        assertThat(ADMIN.post("/api/prompts/live/previous", "")
                        .json()
                        .at("/ask/promptVersion")
                        .asString())
                .isEqualTo("p-1");
        assertThat(GATEWAY.rows("SELECT target FROM audit_log WHERE action = 'prompt_previous'"))
                .extracting(row -> row.get("target"))
                .contains("p-2", "p-1");
    }

    @Test
    void nobodyElseChangesPrompts() {
        for (var path : List.of("/api/prompts", "/api/prompts/live/previous")) {
            assertThat(new Client(GATEWAY)
                            .signedIn("prompt-reader")
                            .post(path, "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(new Client(GATEWAY).post(path, "{}").status()).isEqualTo(401);
        }
        assertThat(new Client(GATEWAY).get("/api/prompts").status()).isEqualTo(401);
    }

    private static JudgePrompt last(String key) {
        var addresses = TestBroker.shared().addresses();
        try (var prompts = TopicReader.of(addresses, JudgePrompt.class, Pipeline.TOPICS.judgePrompt())) {
            return prompts.values().stream()
                    .filter(prompt -> prompt.key().equals(key))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }
}
