package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.ingest.testing.HelpDesk;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.RealMySql;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are set up as no other of these tests: a replica that does not log what it replicates, one in a zone that Java has no name for. */
@EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "servers of their own: --long")
class OddServersIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @Test
    void whatAReplicaDoesNotLogIsFoundInItsTablesAndTheSettingIsNamed() {
        var replica = EmbeddedMariaDb.replica();
        var primary =
                HelpDesk.on(EmbeddedMariaDb.shared(), "replicated").withIndex().open(1);
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> replica.jdbc("replicated")
                                .queryForList("SELECT 1 FROM line")
                                .size()
                        == 2);
        // something of its own, so that its log has a position
        replica.emptySchema("own");
        try (var instance = IngestInstance.start(
                        broker,
                        folder,
                        HelpDesk.there(replica, "replicated").followed(folder),
                        "SOURCE_QUIET=200ms",
                        "SOURCE_COMPARE_EVERY=1s",
                        "SOURCE_COMPARE_AFTER=1s");
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            assertThat(follow.status().hint()).contains("log_slave_updates = ON");

            primary.close(1);

            await().atMost(SOON).until(() -> published.ids().size() == 1);
            assertThat(follow.awaitStatus(status -> status.reconciled() == 1).published())
                    .isEqualTo(1);
        }
    }

    @Test
    void aZoneWithoutANameForJavaIsNoReasonNotToFollow() {
        var server = RealMySql.inZone("CEST-2");
        assumeTrue(server.isPresent(), "no MySQL can be started here");
        var desk = HelpDesk.on(server.get(), "madrid").open(1);
        assertThat(server.get().jdbc("").queryForObject("SELECT @@system_time_zone", String.class))
                .isEqualTo("CEST");
        try (var instance = IngestInstance.start(broker, folder, desk.followed(folder), "SOURCE_QUIET=200ms");
                var published = new PublishedChats(broker)) {
            new Follow(instance, broker).awaitFollowing();

            desk.close(1);

            await().atMost(SOON).until(() -> published.ids().size() == 1);
        }
    }
}
