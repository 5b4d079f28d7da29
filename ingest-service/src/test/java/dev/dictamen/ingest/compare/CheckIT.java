package dev.dictamen.ingest.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.compare.Following.Standing;
import dev.dictamen.ingest.testing.HelpDesk;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.kafka.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comparison that somebody asks for, by HTTP. */
class CheckIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatIsMissingIsToldFirstAndPublishedThen() throws Exception {
        var desk = HelpDesk.on(EmbeddedMariaDb.shared(), "checked").withIndex().open(2);
        desk.run("INSERT INTO chat VALUES (1, 'closed', 1000, UNIX_TIMESTAMP() - 7200, 7)");
        try (var instance = start(desk);
                var published = new PublishedChats(broker)) {
            whatCannotBeAskedIsRefusedInWords(instance);
            await().atMost(SOON)
                    .until(() -> instance.bean(Following.class)
                            .standing()
                            .filter(Standing::isFollowing)
                            .isPresent());
            desk.closeUnlogged(2);
            await().atMost(SOON).until(() -> look(instance, "").path("missing").asInt() == 1);
            assertThat(published.all()).isEmpty();

            var all = look(instance, "&since=1d");
            assertThat(all.path("missing").asInt()).isEqualTo(2);
            assertThat(all.path("published").asInt()).isZero();

            assertThat(send(instance, "POST", "?since=1d").statusCode()).isEqualTo(202);
            var report = ended(instance);
            assertThat(report.path("published").asInt()).isEqualTo(2);
            assertThat(report.path("ids").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("1", "2");
            await().atMost(SOON).untilAsserted(() -> assertThat(published.ids()).containsExactlyInAnyOrder("1", "2"));
            await().atMost(SOON)
                    .until(() -> look(instance, "&since=1d").path("missing").asInt() == 0);
        }
    }

    private void whatCannotBeAskedIsRefusedInWords(IngestInstance instance) throws Exception {
        assertThat(send(instance, "GET", "").statusCode()).isEqualTo(404);
        var refused = send(instance, "POST", "?since=yesterday");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("since is yesterday, but must be like 2026-01-01T00:00:00Z or 90d");
        var keyless = HttpRequest.newBuilder(address(instance, "")).build();
        assertThat(client.send(keyless, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    /** Begins one as soon as the gate runs. */
    private JsonNode look(IngestInstance instance, String more) {
        await().atMost(SOON)
                .until(() -> send(instance, "POST", "?onlyLook=true" + more).statusCode() == 202);
        return ended(instance);
    }

    private JsonNode ended(IngestInstance instance) {
        return await().atMost(SOON)
                .until(
                        () -> read(send(instance, "GET", "")),
                        report -> !report.path("state").asString().equals("running"));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(IngestInstance instance, String method, String query)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(instance, query))
                .header("X-Api-Key", "a-key-of-the-test-only")
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static URI address(IngestInstance instance, String query) {
        var port = instance.bean(Environment.class).getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + "/v1/source/check" + query);
    }

    private IngestInstance start(HelpDesk desk) {
        return IngestInstance.start(
                broker,
                folder,
                desk.followed(folder),
                "SOURCE_QUIET=200ms",
                "SOURCE_COMPARE_EVERY=1h",
                "SOURCE_COMPARE_AFTER=1s");
    }
}
