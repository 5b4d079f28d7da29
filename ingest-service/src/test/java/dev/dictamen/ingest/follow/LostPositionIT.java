package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.testing.ChatDesk;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.SourceUser;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log that is purged while nobody follows, a server that goes away, and a history asked for once more. */
class LostPositionIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SCHEMA = "purged";

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#serversInDepth")
    void whatClosedMeanwhileIsPublishedOnceThoughTheLogIsPurged(TestDatabase server) {
        var source = load(server);
        var desk = new ChatDesk(server, SCHEMA);
        followAndClose(source, desk, 1, "SOURCE_SINCE=");

        desk.closeOne();
        server.purgeLog();
        followAndClose(source, desk, 3, "SOURCE_SINCE=");
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @Test
    void aSecondScanOfWhatHasNotChangedPublishesNothing() {
        var source = load(EmbeddedMariaDb.shared());
        var desk = new ChatDesk(EmbeddedMariaDb.shared(), SCHEMA);
        int history = ChatProduct.LIVEHELPERCHAT.expected().size();
        followAndClose(source, desk, history + 1, "SOURCE_SINCE=2000-01-01T00:00:00Z");
        followAndClose(source, desk, history + 2, "SOURCE_SINCE=1999-01-01T00:00:00Z");
    }

    @Test
    void followingGoesOnAfterAPrivilegeWasAwayAndAfterTheServerWas() {
        var server = EmbeddedMariaDb.shared();
        var source = load(server);
        var desk = new ChatDesk(server, SCHEMA);
        try (var instance = start(source, "SOURCE_SINCE=");
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            namesWhatIsRevoked(source.user(), follow);
            var before = desk.closeOne();

            server.stop();
            server.start();
            awaitOnce(published, before);
            awaitOnce(published, desk.closeOne());
        }
    }

    /** Not on MySQL, where the reader takes most of a minute to connect again after its connection was killed. */
    private static void namesWhatIsRevoked(SourceUser user, Follow follow) {
        user.asRoot("REVOKE REPLICATION SLAVE ON *.* FROM " + user.account());
        user.disconnect();
        await().atMost(SOON)
                .until(() -> String.valueOf(follow.status().problem())
                        .contains("GRANT REPLICATION SLAVE ON *.* TO " + user.account() + ";"));
        user.with("REPLICATION SLAVE", "*.*");
        follow.awaitFollowing();
    }

    private static void awaitOnce(PublishedChats published, String chatId) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published.of(chatId)).hasSize(1));
    }

    /** Follows until one more chat that closes now is published; then that many versions have been in all. */
    private void followAndClose(FollowedSchema source, ChatDesk desk, int versions, String since) {
        try (var instance = start(source, since);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            var last = desk.closeOne();
            await().atMost(SOON).until(() -> !published.of(last).isEmpty());
            follow.awaitScan();
            follow.awaitPosition();
            follow.awaitGate();
            assertThat(published.all()).as(since).hasSize(versions);
        }
    }

    private static FollowedSchema load(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, SCHEMA);
        return FollowedSchema.of(server, SCHEMA, ChatProduct.LIVEHELPERCHAT.preset());
    }

    private IngestInstance start(FollowedSchema source, String since) {
        return IngestInstance.start(broker, stateDir, source, "SOURCE_QUIET=300ms", since);
    }
}
