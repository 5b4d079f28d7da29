package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.testing.ChatDesk;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.OwnBroker;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.SourceUser;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user who may do no more than docs/sources.md says sees the history and what closes from then on. */
class LeastPrivilegesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SCHEMA = "least";

    @TempDir
    private Path stateDir;

    @RegisterExtension
    final OwnBroker broker = new OwnBroker();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void theLeastPrivilegesAreEnough(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, SCHEMA);
        var logPrivilege = server.toString().equals("MariaDB") ? "BINLOG MONITOR" : "REPLICATION CLIENT";
        var user = SourceUser.on(server, "least").with("REPLICATION SLAVE, " + logPrivilege, "*.*");
        List.of("lh_chat", "lh_msg", "lh_users", "lh_departament")
                .forEach(table -> user.with("SELECT", SCHEMA + "." + table));

        assertThatThrownBy(() -> user.run(SCHEMA, "INSERT INTO lh_chat (id, nick) VALUES (7, 'Eva')"))
                .hasStackTraceContaining("INSERT command denied");
        try (var instance = start(user);
                var published = new PublishedChats(broker.get())) {
            var follow = new Follow(instance, broker.get());
            follow.awaitFollowing();
            follow.awaitScan();
            var closed = new ChatDesk(server, SCHEMA).closeOne();
            await().atMost(SOON).until(() -> !published.of(closed).isEmpty());
            follow.awaitGate();
            assertThat(published.newest())
                    .hasSize(ChatProduct.LIVEHELPERCHAT.expected().size() + 1);
            if (server instanceof EmbeddedMariaDb) {
                assertNamesWhatIsRevoked(user, follow);
            }
        }
    }

    /** Not on MySQL, where the reader takes most of a minute to connect again after its connection was killed. */
    private static void assertNamesWhatIsRevoked(SourceUser user, Follow follow) {
        user.asRoot("REVOKE REPLICATION SLAVE ON *.* FROM " + user.account());
        user.disconnect();
        await().atMost(SOON)
                .until(() -> String.valueOf(follow.status().problem())
                        .contains("GRANT REPLICATION SLAVE ON *.* TO " + user.account() + ";"));
        user.with("REPLICATION SLAVE", "*.*");
        follow.awaitFollowing();
    }

    private IngestInstance start(SourceUser user) {
        return IngestInstance.start(
                broker.get(),
                stateDir,
                user,
                SCHEMA,
                "SOURCE_MAPPING=livehelperchat",
                "SOURCE_CHATS_PER_SECOND=5000",
                "SOURCE_QUIET=300ms",
                "SOURCE_SINCE=2000-01-01T00:00:00Z");
    }
}
