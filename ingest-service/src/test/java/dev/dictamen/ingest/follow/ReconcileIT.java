package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.HelpDesk;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chats whose closing never reaches the log are published all the same, and people are told. */
class ReconcileIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @AutoClose
    private PublishedChats published;

    @BeforeEach
    void readLanes() {
        published = new PublishedChats(broker);
    }

    static Stream<TestDatabase> servers() {
        return ChatProduct.serversInDepth();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void chatsThatTheLogDoesNotNameAreFoundByTheirTimesAndTold(TestDatabase server) {
        var desk = HelpDesk.on(server, "unlogged")
                .withIndex()
                .open(1)
                .open(2)
                .open(3)
                .open(4);
        desk.run("INSERT INTO chat VALUES (9, 'closed', 1000, UNIX_TIMESTAMP() - 3600, 7)");
        try (var instance = start(desk)) {
            var source = new Follow(instance, broker);
            source.awaitFollowing();
            desk.close(1);
            awaitPublished("1");

            desk.closeUnlogged(2);
            awaitPublished("2");
            assertThat(source.awaitStatus(status -> status.reconciled() == 1).state())
                    .as("once may be chance")
                    .isEqualTo(State.FOLLOWING);

            desk.closeUnlogged(3);
            awaitPublished("3");
            var losing = source.awaitStatus(status -> status.state() == State.LOSING_SIGNALS);
            assertThat(losing.reconciled()).isEqualTo(2);
            assertThat(losing.reconciledAt()).isNotNull();
            assertThat(losing.problem()).contains("sql_log_bin = 0");

            desk.close(4);
            awaitPublished("4");
            awaitCompleteBeyond(source, source.status());
            assertThat(published.ids()).containsExactlyInAnyOrder("1", "2", "3", "4");
            assertThat(source.status().reconciled()).isEqualTo(2);
        }
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @ParameterizedTest
    @MethodSource("servers")
    void whereNoIndexFindsTimesTheWholeTableIsPassedAndTheIndexIsNamed(TestDatabase server) {
        var desk = HelpDesk.on(server, "unindexed").open(7).open(8);
        try (var instance = start(desk)) {
            var source = new Follow(instance, broker);
            source.awaitFollowing();

            desk.closeUnlogged(7);

            awaitPublished("7");
            assertThat(source.awaitStatus(status -> status.hint() != null).hint())
                    .contains("CREATE INDEX dictamen_time ON chat (closed_at)");
            awaitCompleteBeyond(source, source.status());
            assertThat(published.ids()).containsExactly("7");
        }
    }

    /** Whatever the tables held then has been compared. */
    private static void awaitCompleteBeyond(Follow source, SourceStatus before) {
        source.awaitStatus(status ->
                status.followedUntil() != null && status.followedUntil().isAfter(before.reportedAt()));
    }

    private IngestInstance start(HelpDesk desk) {
        return IngestInstance.start(
                broker,
                folder,
                desk.followed(folder),
                "SOURCE_QUIET=200ms",
                "SOURCE_COMPARE_EVERY=1s",
                "SOURCE_COMPARE_AFTER=1s");
    }

    private void awaitPublished(String id) {
        await().atMost(SOON).until(() -> published.of(id).size() == 1);
    }
}
