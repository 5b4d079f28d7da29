package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tokens that end and a ring that forgets, with lives short enough to see both. */
class LiveLimitsIT {
    private static final Gateway GATEWAY = new Gateway(
            "livelimits",
            "auth.access-token-life=8s",
            "live.token-grace=1s",
            "live.heartbeat=1s",
            "live.ring-size=100");
    private static final Pipeline PIPELINE = new Pipeline();

    @AfterAll
    static void stop() {
        PIPELINE.close();
        GATEWAY.close();
    }

    @Test
    void aSocketEndsWithItsTokenAndOneThatRenewsOutlivesIt() {
        var forgetful = new Client(GATEWAY).signedIn("admin").live();
        var diligent = new Client(GATEWAY).signedIn("admin");
        var renewed = diligent.live();
        renewed.awaitFrame("hello");
        var renewals = IntStream.range(0, 3).mapToObj(i -> {
            long before = renewed.frames().stream()
                    .filter(frame -> frame.path("type").asString().equals("hb"))
                    .count();
            await().atMost(LiveClient.PATIENCE)
                    .until(() -> renewed.frames().stream()
                                    .filter(frame ->
                                            frame.path("type").asString().equals("hb"))
                                    .count()
                            > before + 1);
            diligent.refresh();
            renewed.send("{\"type\":\"auth\",\"token\":\"" + diligent.token() + "\"}");
            return i;
        });

        assertThat(renewals).hasSize(3);
        assertThat(forgetful.awaitClose()).isEqualTo(4401);
        assertThat(renewed.closeCode()).isNegative();
        assertThat(renewed.awaitFrame("auth_ok").path("exp").asLong())
                .isGreaterThan(renewed.awaitFrame("hello").path("exp").asLong());
        renewed.cut();
    }

    @Test
    void anExpiredTokenRenewsNothing() {
        var client = new Client(GATEWAY).signedIn("admin");
        var old = client.token();
        var socket = client.live();
        socket.awaitFrame("hello");
        socket.send("{\"type\":\"auth\",\"token\":\"" + old + "x\"}");
        assertThat(socket.awaitClose()).isEqualTo(4401);
    }

    @Test
    void aCursorOlderThanTheRingMeansReset() {
        var client = new Client(GATEWAY).signedIn("admin");
        var socket = client.live();
        var cursor = socket.awaitFrame("hello").path("cursor").asString();
        socket.cut();
        for (int i = 0; i < 4000; i++) {
            PIPELINE.sendScored("ring-" + i, "Ventas");
        }
        PIPELINE.flush();
        client.refresh();
        var again = client.live();
        await().atMost(LiveClient.PATIENCE).until(() -> again.chatIds().contains("ring-3999") || again.hasFrame("hb"));
        again.resume(cursor);
        again.awaitFrame("reset");
        again.cut();
    }
}
