package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import dev.dictamen.testing.data.Evaluations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A browser that does not read, beside one that does. */
class SlowBrowserIT {
    private static final int ROUNDS = 125;
    private static final int A_ROUND = 100;
    private static final Verdict LONG_VERDICT = Evaluations.verdict(Score.BAD, "r".repeat(500));

    /** More goes by than the socket's queue, the server's write buffer and both ends of the line can hold. */
    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @Test
    void aSlowBrowserGetsAGapNoticeAndItsNeighbourEverything() {
        try (var gateway = new Gateway("slow", "live.batch-every=5ms", "live.queue-frames=16");
                var pipeline = new Pipeline()) {
            var client = new Client(gateway).signedIn("admin");
            var slow = client.live();
            var fast = client.live();
            slow.awaitFrame("hello");
            fast.awaitFrame("hello");
            slow.stopReading();

            for (int round = 1; round <= ROUNDS; round++) {
                publish(pipeline, round);
                int published = round * A_ROUND;
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(LiveClient.PATIENCE)
                        .until(() -> idsAt(fast).size() >= published);
            }

            assertThat(new HashSet<>(idsAt(fast))).hasSize(ROUNDS * A_ROUND);
            assertThat(fast.hasFrame("gap")).isFalse();
            slow.read();
            slow.awaitFrame("gap");
            assertThat(idsAt(slow)).hasSizeLessThan(ROUNDS * A_ROUND);
        }
    }

    /** This test's chats alone: the topic is shared. */
    private static List<String> idsAt(LiveClient client) {
        return client.chatIds().stream().filter(id -> id.startsWith("slow-")).toList();
    }

    private static void publish(Pipeline pipeline, int round) {
        for (int i = 0; i < A_ROUND; i++) {
            pipeline.send(Pipeline.scored("slow-" + round + "-" + i, "Ventas", LONG_VERDICT));
        }
    }
}
