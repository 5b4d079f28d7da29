package dev.dictamen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.testing.FakeIngest;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFeedTest {
    @TempDir
    Path folder;

    @Test
    void closesOneChatAfterAnotherEachUnderAnIdOfItsOwn() throws Exception {
        try (var ingest = new FakeIngest();
                var feed = new DemoFeed(ingest.address(), "key", folder.resolve("paused"))) {
            ingest.refuse(2, 503);
            feed.start(Duration.ofMillis(5));

            await().until(() -> ingest.accepted().size() >= 50);

            assertThat(ingest.accepted())
                    .doesNotHaveDuplicates()
                    .allMatch(chat -> chat.startsWith("{\"conversation_id\":\"demo-"));
        }
    }

    @Test
    void holdsStillWhilePausedAndGoesOnWhenResumed() throws Exception {
        var home = new Home(folder);
        var command = new DemoCommand(home, new RecordedTerminal().terminal());
        assertThat(command.run(List.of("pause"))).isZero();
        try (var ingest = new FakeIngest();
                var feed = new DemoFeed(ingest.address(), "key", home.demoPause())) {
            feed.start(Duration.ofMillis(5));
            await().during(Duration.ofMillis(200)).until(() -> ingest.accepted().isEmpty());

            assertThat(command.run(List.of("resume"))).isZero();

            await().until(() -> !ingest.accepted().isEmpty());
        }
    }
}
