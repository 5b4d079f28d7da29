package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Subject;
import dev.dictamen.ingest.testing.ExpectedChat;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.ThirdSchema;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The third schema's live script: what each step publishes, and that it publishes nothing else. */
final class ThirdSchemaScript {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ASKED = "customer|2026-03-09T13:00:00Z|no me llega el correo";
    private static final String ANSWERED = "agent|2026-04-01T15:00:00Z|Ya salió";
    private static final String ASKED_AGAIN = "customer|2026-04-01T16:00:00Z|sigue sin llegar";

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
        assertThat(publishedBy(1))
                .containsExactly(ticket10("1", "Lucía Gómez", "2026-04-01T15:01:00Z", ASKED, ANSWERED));
        assertThat(publishedBy(2)).isEmpty();
        assertThat(publishedBy(3))
                .containsExactly(ticket10(
                        "2",
                        "Iván Peña",
                        "2026-04-01T16:31:00Z",
                        ASKED,
                        ANSWERED,
                        ASKED_AGAIN,
                        "agent|2026-04-01T16:30:00Z|estaba en spam"));
        assertThat(publishedBy(4)).isEmpty();
        assertThat(publishedBy(5))
                .containsExactly(ticket10(
                        "2",
                        "Iván Peña Ruiz",
                        "2026-04-01T16:31:00Z",
                        ASKED,
                        ANSWERED,
                        ASKED_AGAIN,
                        "agent|2026-04-01T16:30:00Z|estaba en correo no deseado"));
        assertThat(publishedBy(6)).isEmpty();
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

    private static ExpectedChat ticket10(String agentId, String agentName, String closedAt, String... messages) {
        return new ExpectedChat(
                "10",
                new Subject(agentId, agentName, "Soporte", null, null),
                "40",
                Instant.parse("2026-03-09T13:00:00Z"),
                Instant.parse(closedAt),
                List.of(messages));
    }
}
