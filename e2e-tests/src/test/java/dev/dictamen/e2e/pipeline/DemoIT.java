package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The demo as a newcomer sees it: chats close in a chat database, and their verdicts come by themselves. */
class DemoIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void chatsThatCloseInTheDemosDatabaseAreFoundThereAndScored() throws Exception {
        try (var stack = RunningStack.startWithDemo(StackHome.fresh("demo"))) {
            await().atMost(SOON).until(() -> stack.ledger().scored() >= 3);

            var source = stack.status().get("sources").get(0);
            assertThat(source.get("source").asString()).isEqualTo("demo");
            assertThat(source.get("state").asString()).isEqualTo("following");
            assertThat(source.get("vanished").asLong()).isZero();
        }
    }
}
