package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.testing.ChatDesk;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.OwnBroker;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log that is purged while nobody follows, a server that goes away, and a history asked for once more. */
class LostPositionIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    private Path stateDir;

    @RegisterExtension
    final OwnBroker broker = new OwnBroker();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void whatClosedMeanwhileIsPublishedOnceThoughTheLogIsPurged(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, "purged");
        var desk = new ChatDesk(server, "purged");
        followAndClose(server, desk, 1, "SOURCE_SINCE=");

        desk.closeOne();
        server.purgeLog();
        followAndClose(server, desk, 3, "SOURCE_SINCE=");
    }

    @Test
    void aSecondScanOfWhatHasNotChangedPublishesNothing() {
        var server = EmbeddedMariaDb.shared();
        ChatProduct.LIVEHELPERCHAT.load(server, "purged");
        var desk = new ChatDesk(server, "purged");
        int history = ChatProduct.LIVEHELPERCHAT.expected().size();
        followAndClose(server, desk, history + 1, "SOURCE_SINCE=2000-01-01T00:00:00Z");
        followAndClose(server, desk, history + 2, "SOURCE_SINCE=1999-01-01T00:00:00Z");
    }

    @Test
    void aServerThatStopsAndComesBackIsFollowedOn() {
        var server = EmbeddedMariaDb.shared();
        ChatProduct.LIVEHELPERCHAT.load(server, "purged");
        var desk = new ChatDesk(server, "purged");
        try (var instance = start(server, "SOURCE_SINCE=");
                var published = new PublishedChats(broker.get())) {
            new Follow(instance, broker.get()).awaitFollowing();
            var before = desk.closeOne();

            server.stop();
            server.start();

            var after = desk.closeOne();
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(published.of(before)).hasSize(1);
                assertThat(published.of(after)).hasSize(1);
            });
        }
    }

    /** Follows until one more chat that closes now is published; then exactly so many versions have been in all. */
    private void followAndClose(TestDatabase server, ChatDesk desk, int versions, String since) {
        try (var instance = start(server, since);
                var published = new PublishedChats(broker.get())) {
            var follow = new Follow(instance, broker.get());
            follow.awaitFollowing();
            var last = desk.closeOne();
            await().atMost(SOON).until(() -> !published.of(last).isEmpty());
            follow.awaitScan();
            follow.awaitPosition();
            follow.awaitGate();
            assertThat(published.poll()).as(since).hasSize(versions);
        }
    }

    private IngestInstance start(TestDatabase server, String since) {
        return IngestInstance.start(
                broker.get(),
                stateDir,
                server,
                "purged",
                "SOURCE_MAPPING=livehelperchat",
                "SOURCE_CHATS_PER_SECOND=5000",
                "SOURCE_QUIET=300ms",
                since);
    }
}
