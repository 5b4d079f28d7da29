package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.ingest.testing.ChatDesk;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chats that do not end as they should: gone before they are read, larger than a topic takes, or never closed at all. */
class OddEndsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final EmbeddedMariaDb SERVER = EmbeddedMariaDb.shared();

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @Test
    void eachIsAccountedForWithItsReason() {
        ChatProduct.LIVEHELPERCHAT.load(SERVER, "odd");
        SERVER.run("odd", "UPDATE lh_chat SET status = 2 WHERE status IN (0, 1, 5)");
        var desk = new ChatDesk(SERVER, "odd");
        var source = FollowedSchema.of(SERVER, "odd", "livehelperchat");
        try (var instance = IngestInstance.start(
                        broker, stateDir, source, "SOURCE_QUIET=2s", "SOURCE_IDLE_CLOSE_AFTER=1h");
                var published = new PublishedChats(broker)) {
            new Follow(instance, broker).awaitFollowing();

            var gone = desk.closeOne();
            SERVER.run(
                    "odd", "DELETE FROM lh_msg WHERE chat_id = " + gone + "; DELETE FROM lh_chat WHERE id = " + gone);
            var large = desk.closeOne();
            SERVER.run("odd", "UPDATE lh_msg SET msg = REPEAT('x', 300001) WHERE chat_id = " + large + " LIMIT 1");
            var kept = desk.closeOne();
            var idle = desk.closeOne();
            SERVER.run(
                    "odd",
                    "UPDATE lh_chat SET status = 1, cls_time = 0 WHERE id = " + idle
                            + "; UPDATE lh_msg SET time = time - 7200 WHERE chat_id = " + idle);

            assertThat(awaited(published, gone).skipReason()).isEqualTo(SkipReason.VANISHED);
            assertThat(awaited(published, large).skipReason()).isEqualTo(SkipReason.TOO_LARGE);
            assertThat(awaited(published, large).attributes().get("skip_detail"))
                    .contains("300001 characters");
            assertThat(awaited(published, kept).skipReason()).isNull();
            var idleChat = awaited(published, idle);
            assertThat(idleChat.attributes()).containsEntry("closed_by", "idle");
            assertThat(idleChat.closedAt())
                    .isEqualTo(idleChat.messages().getLast().sentAt());
            assertThat(new Follow(instance, broker).status().vanished()).isEqualTo(1);

            SERVER.run(
                    "odd",
                    "DELETE FROM lh_msg WHERE chat_id = " + kept + "; UPDATE lh_chat SET nick = 'Eva' WHERE id = "
                            + kept + "; DELETE FROM lh_chat WHERE id = " + kept);
            awaited(published, desk.closeOne());
            assertThat(published.of(kept)).hasSize(1);
        }
    }

    private static ClosedChat awaited(PublishedChats published, String id) {
        return await().atMost(SOON)
                .until(() -> published.of(id), versions -> !versions.isEmpty())
                .getLast();
    }
}
