package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.testing.data.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts on their way from the topic to browsers. */
class LiveIT {
    private static final Gateway GATEWAY = prepared();
    private static final Pipeline PIPELINE = new Pipeline();
    private final Client admin = GATEWAY.admin();

    private static Gateway prepared() {
        var gateway = Gateway.shared();
        gateway.addUser("seller", "supervisor", "[\"Ventas\"]");
        gateway.addUser("crowd", "viewer", "[\"Ventas\"]");
        gateway.addUser("leaver", "viewer", "[\"Ventas\"]");
        gateway.addUser("thief", "viewer", "[\"Ventas\"]");
        return gateway;
    }

    @AfterAll
    static void stop() {
        PIPELINE.close();
    }

    private static void publish(String chatId, String team) {
        PIPELINE.sendScored(chatId, team);
    }

    @Test
    void noTokenNoSocketForeignPageNoSocket() {
        assertThat(new Client(GATEWAY).live().handshake()).isEqualTo(401);
        assertThat(new LiveClientWith(GATEWAY, "abc.def.ghi").handshake()).isEqualTo(401);
        assertThat(admin.live("Origin", "https://evil.example").handshake()).isEqualTo(403);
        assertThat(admin.live("Origin", "null").handshake()).isEqualTo(403);
        assertThat(admin.live("Origin", Gateway.ORIGIN + ".evil").handshake()).isEqualTo(403);
        assertThat(new LiveClientWith(GATEWAY, Gateway.OPERATOR_TOKEN).handshake())
                .isEqualTo(403);
        var own = admin.live("Origin", Gateway.ORIGIN);
        assertThat(own.handshake()).isEqualTo(101);
        assertThat(own.subprotocol()).isEqualTo("dictamen.v1");
        own.cut();
    }

    /** A socket with a token that no sign-in gave. */
    private record LiveClientWith(Gateway gateway, String token) {
        int handshake() {
            var address = URI.create("ws" + gateway.at("/ws/live").toString().substring(4));
            return new LiveClient(HttpClient.newHttpClient(), address, token).handshake();
        }
    }

    @Test
    void aPublishedVerdictArrivesAsAnItem() {
        var socket = admin.live();
        var hello = socket.awaitFrame("hello");
        assertThat(hello.path("heartbeatSec").asInt()).isEqualTo(20);
        assertThat(hello.path("exp").asLong()).isGreaterThan(Instant.now().getEpochSecond());

        PIPELINE.sendPoison("{broken".getBytes(StandardCharsets.UTF_8));
        PIPELINE.send(Pipeline.skipped("replayed", "Ventas", "replay-1"));
        publish("arrives", "Ventas");

        await().atMost(LiveClient.PATIENCE).until(() -> socket.chatIds().contains("arrives"));
        var item = socket.items().stream()
                .filter(found -> found.path("chatId").asString().equals("arrives"))
                .findFirst()
                .orElseThrow();
        assertThat(item.propertyNames())
                .containsExactlyElementsOf(
                        JsonMapper.shared().readTree(Samples.json("item")).propertyNames());
        assertThat(item.path("score").asString()).isEqualTo("bad");
        assertThat(item.path("evaluatedAt").isString()).isTrue();
        assertThat(socket.chatIds()).doesNotContain("replayed");
        socket.cut();
    }

    @Test
    void eachSocketSeesTheTeamsOfItsUserOnly() {
        var all = admin.live();
        var sales = new Client(GATEWAY).signedIn("seller").live();
        all.awaitFrame("hello");
        sales.awaitFrame("hello");

        publish("team-other", "Facturación");
        publish("team-none", "");
        PIPELINE.send(Pipeline.skipped("team-null", null, Evaluation.LIVE_RUN));
        publish("team-own", "Ventas");

        await().atMost(LiveClient.PATIENCE)
                .until(() -> all.chatIds().containsAll(List.of("team-other", "team-none", "team-null", "team-own")));
        await().atMost(LiveClient.PATIENCE).until(() -> sales.chatIds().contains("team-own"));
        assertThat(sales.chatIds()).containsOnly("team-own");
        all.cut();
        sales.cut();
    }

    @Test
    void cutLinesLoseNothing() {
        long seed = System.nanoTime();
        System.out.println("cutLinesLoseNothing seed=" + seed);
        var random = new Random(seed);
        var expected = new TreeSet<String>();
        Set<String> received = new HashSet<>();
        var socket = admin.live();
        socket.awaitFrame("hello");
        for (int round = 0; round < 25; round++) {
            int count = random.nextInt(60);
            for (int i = 0; i < count; i++) {
                var id = "cut-" + seed + "-" + round + "-" + i;
                expected.add(id);
                publish(id, "Ventas");
            }
            PIPELINE.flush();
            if (random.nextBoolean() && count > 0) {
                var current = socket;
                await().atMost(LiveClient.PATIENCE).until(() -> !current.items().isEmpty());
            }
            var cursor = socket.cursor();
            socket.cut();
            received.addAll(socket.chatIds());
            socket = admin.live();
            socket.awaitFrame("hello");
            socket.resume(cursor);
        }
        var last = socket;
        await().atMost(LiveClient.PATIENCE).untilAsserted(() -> {
            received.addAll(last.chatIds());
            assertThat(received).containsAll(expected);
        });
        assertThat(last.hasFrame("reset")).isFalse();
        last.cut();
    }

    @Test
    void aRestartedGatewayStillResumesFromAnOldCursor() {
        var socket = admin.live();
        socket.awaitFrame("hello");
        var cursor = socket.cursor();
        publish("before-restart", "Ventas");
        PIPELINE.flush();
        await().atMost(LiveClient.PATIENCE).until(() -> socket.chatIds().contains("before-restart"));
        GATEWAY.restart();
        publish("after-restart", "Ventas");
        PIPELINE.flush();

        var again = GATEWAY.admin().live();
        again.awaitFrame("hello");
        again.resume(cursor);
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() -> assertThat(again.chatIds()).contains("before-restart", "after-restart"));
        again.cut();
    }

    @Test
    void aCursorThatIsNotOursMeansReset() {
        for (var cursor : new String[] {"AAAA", "", "!!!", "eyJhIjoxfQ", "x".repeat(3000)}) {
            var socket = admin.live();
            socket.awaitFrame("hello");
            socket.resume(cursor);
            socket.awaitFrame("reset");
            socket.cut();
        }
    }

    @Test
    void whatIsNotAFrameOfOursClosesTheSocket() {
        for (var frame : new String[] {"hi", "{}", "[]", "{\"type\":\"drop\"}", "null"}) {
            var socket = admin.live();
            socket.awaitFrame("hello");
            socket.send(frame);
            assertThat(socket.awaitClose()).as(frame).isEqualTo(1008);
        }
        var socket = admin.live();
        socket.awaitFrame("hello");
        socket.send("{\"type\":\"auth\",\"token\":\"" + "a".repeat(20_000) + "\"}");
        assertThat(socket.awaitClose()).isEqualTo(1009);
    }

    @Test
    void aFloodOfFramesIsEndedButAPingIsWelcome() {
        var socket = admin.live();
        socket.awaitFrame("hello");
        socket.send("{\"type\":\"ping\"}");
        await().atMost(LiveClient.PATIENCE).until(() -> socket.frames().size() > 1);
        for (int i = 0; i < 60 && socket.closeCode() < 0; i++) {
            try {
                socket.send("{\"type\":\"ping\"}");
            } catch (CompletionException closed) {
                break;
            }
        }
        assertThat(socket.awaitClose()).isEqualTo(1008);
    }

    @Test
    void theSixthSocketOfAUserIsTooMany() {
        var crowd = new Client(GATEWAY).signedIn("crowd");
        var five = List.of(crowd.live(), crowd.live(), crowd.live(), crowd.live(), crowd.live());
        five.forEach(socket -> socket.awaitFrame("hello"));
        assertThat(crowd.live().awaitClose()).isEqualTo(4429);
        five.getFirst().cut();
        await().atMost(LiveClient.PATIENCE).untilAsserted(() -> {
            var next = crowd.live();
            await().atMost(LiveClient.PATIENCE).until(() -> next.hasFrame("hello") || next.closeCode() > 0);
            assertThat(next.closeCode()).isNegative();
        });
    }

    @Test
    void signingOutAndAStolenTokenEndTheSockets() {
        var leaver = new Client(GATEWAY).signedIn("leaver");
        var socket = leaver.live();
        socket.awaitFrame("hello");
        leaver.post("/api/auth/logout", "", "Cookie", Client.COOKIE + "=" + leaver.cookie());
        assertThat(socket.awaitClose()).isEqualTo(4403);

        var thief = new Client(GATEWAY).signedIn("thief");
        var stolen = thief.cookie();
        thief.refresh();
        var robbed = thief.live();
        robbed.awaitFrame("hello");
        new Client(GATEWAY).refreshWith(stolen);
        assertThat(robbed.awaitClose()).isEqualTo(4403);
    }

    @Test
    void anEmptyTokenRenewsNothing() {
        var socket = admin.live();
        socket.awaitFrame("hello");
        socket.send("{\"type\":\"auth\"}");

        assertThat(socket.awaitClose()).isEqualTo(4401);
    }

    @Test
    void aTokenOfSomebodyElseDoesNotRenewASocket() {
        var socket = admin.live();
        socket.awaitFrame("hello");
        socket.send("{\"type\":\"auth\",\"token\":\""
                + new Client(GATEWAY).signedIn("seller").token() + "\"}");
        assertThat(socket.awaitClose()).isEqualTo(4403);
    }
}
