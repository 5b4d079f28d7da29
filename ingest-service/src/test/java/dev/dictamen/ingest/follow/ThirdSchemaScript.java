package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.testing.ExpectedChat;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.ThirdSchema;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;
import java.util.List;

/** The third schema's live script: what each step publishes, and that it publishes nothing else. */
final class ThirdSchemaScript {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final TestDatabase server;
    private final String schema;
    private final Follow follow;
    private final PublishedChats published;
    private final List<String> steps = ThirdSchema.liveSteps();

    ThirdSchemaScript(TestDatabase server, String schema, Follow follow, PublishedChats published) {
        this.server = server;
        this.schema = schema;
        this.follow = follow;
        this.published = published;
    }

    void run() {
        var expected = ThirdSchema.liveExpected();
        for (int step = 1; step <= expected.size(); step++) {
            assertThat(publishedBy(step)).as("step %d", step).isEqualTo(expected.get(step - 1));
        }
    }

    private List<ExpectedChat> publishedBy(int step) {
        int before = published.all().size();
        server.run(schema, steps.get(step - 1));
        settle("marker " + step);
        var versions = published.all();
        return versions.subList(before, versions.size()).stream()
                .filter(chat -> !chat.chatId().equals(ThirdSchema.MARKED))
                .map(ExpectedChat::of)
                .toList();
    }

    /** A message to a ticket closed long ago comes last in the log: when it is published, so is all that came before. */
    private void settle(String marker) {
        server.run(schema, ThirdSchema.lateMessage(marker));
        await().atMost(SOON)
                .until(() -> published.of(ThirdSchema.MARKED).stream().anyMatch(chat -> isLast(chat, marker)));
        follow.awaitGate();
    }

    private static boolean isLast(ClosedChat chat, String text) {
        return chat.messages().getLast().text().equals(text);
    }
}
