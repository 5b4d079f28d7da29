package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of every kind that a log tells of: versioned, partitioned, with computed columns, and changed under their reader. */
class TableKindsIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SCHEMA = "kinds";
    private static final String MAPPING = """
            name: kinds
            chat: {table: chat, key: id, closed: {is_closed: 1}, openedAt: opened_at, closedAt: closed_at}
            messages:
              table: line
              key: id
              chat: chat_id
              text: body
              sentAt: sent_at
              roles: [{role: customer, when: {author: c}}, {role: agent, when: {author: a}}]
            """;
    private static final String TABLES = """
            CREATE TABLE chat (id INT PRIMARY KEY, status VARCHAR(10) NOT NULL, opened_at DATETIME NOT NULL, closed_at DATETIME,
              is_closed TINYINT AS (IF(status = 'closed', 1, 0)) VIRTUAL%s;
            CREATE TABLE line (id INT PRIMARY KEY, chat_id INT NOT NULL, author CHAR(1) NOT NULL, body TEXT, sent_at DATETIME NOT NULL,
              KEY chat_id (chat_id)) PARTITION BY HASH (id) PARTITIONS 4;
            INSERT INTO chat (id, status, opened_at, closed_at) VALUES (1, 'closed', '2026-01-01 10:00:00', '2026-01-01 11:00:00');
            INSERT INTO line VALUES (10, 1, 'c', 'hola', '2026-01-01 10:01:00');
            """;

    private static final String VERSIONED = """
            , valid_from TIMESTAMP(6) GENERATED ALWAYS AS ROW START INVISIBLE, valid_to TIMESTAMP(6) GENERATED ALWAYS AS ROW END INVISIBLE,
              PERIOD FOR SYSTEM_TIME (valid_from, valid_to)) WITH SYSTEM VERSIONING""";

    @TempDir
    private Path folder;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#serversInDepth")
    void versionedPartitionedAndComputedOnesAreFollowed(TestDatabase server) throws IOException {
        server.emptySchema(SCHEMA);
        boolean isMariaDb = server instanceof EmbeddedMariaDb;
        server.run(SCHEMA, TABLES.formatted(isMariaDb ? VERSIONED : ")"));
        try (var instance = start(server);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            assertThat(awaited(published, 1).messages()).hasSize(1);
            awaitScan(follow);

            talk(server, 2);
            close(server, 2);

            assertThat(awaited(published, 2).messages()).hasSize(2);
            assertThat(follow.status().state()).isEqualTo(State.FOLLOWING);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#serversInDepth")
    void aTableThatAnotherTookThePlaceOfIsFollowedOn(TestDatabase server) throws IOException {
        server.emptySchema(SCHEMA);
        server.run(SCHEMA, TABLES.formatted(")"));
        try (var instance = start(server);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            awaitScan(follow);
            talk(server, 3);
            talk(server, 4);

            server.run(SCHEMA, """
                    CREATE TABLE _chat_new LIKE chat;
                    ALTER TABLE _chat_new ADD COLUMN note VARCHAR(20) FIRST;
                    INSERT INTO _chat_new (id, status, opened_at, closed_at) SELECT id, status, opened_at, closed_at FROM chat;
                    RENAME TABLE chat TO _chat_old, _chat_new TO chat;
                    """);
            close(server, 3);
            awaited(published, 3);
            server.run(SCHEMA, "RENAME TABLE chat TO _chat_away; RENAME TABLE _chat_away TO chat");
            close(server, 4);
            awaited(published, 4);
            assertThat(follow.status().state()).isEqualTo(State.FOLLOWING);
        }
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @ParameterizedTest
    @MethodSource("serversThatIgnoreCase")
    void namesThatDifferInCaseAreTheSameWhereTheServerSaysSo(TestDatabase server) {
        ChatProduct.WHATICKET.load(server, SCHEMA);
        assertThat(server.jdbc(SCHEMA).queryForList("SHOW TABLES", String.class))
                .contains("tickets");
        var source = FollowedSchema.of(server, SCHEMA, "whaticket");
        try (var instance = IngestInstance.start(
                        broker, folder, source, "SOURCE_QUIET=1s", "SOURCE_SINCE=2020-01-01T00:00:00Z");
                var published = new PublishedChats(broker)) {
            new Follow(instance, broker).awaitFollowing();
            var id = server.jdbc(SCHEMA)
                    .queryForObject("SELECT MIN(id) FROM Tickets WHERE status = 'open'", String.class);

            server.run(SCHEMA, "UPDATE Tickets SET status = 'closed', updatedAt = NOW(6) WHERE id = " + id);

            awaited(published, Integer.parseInt(String.valueOf(id)));
            awaited(published, Integer.parseInt(ChatProduct.WHATICKET.markedChat()));
            var late = published.of(ChatProduct.WHATICKET.markedChat()).size();
            server.run(SCHEMA, ChatProduct.WHATICKET.lateMessage("otra cosa"));
            await().atMost(SOON)
                    .until(() ->
                            published.of(ChatProduct.WHATICKET.markedChat()).size() > late);
        }
    }

    /** A MySQL too, where DICTAMEN_MYSQL_URL names one that was made with {@code lower_case_table_names}. */
    static Stream<TestDatabase> serversThatIgnoreCase() {
        return Stream.concat(
                Stream.of(EmbeddedMariaDb.ignoringCase()),
                ChatProduct.servers()
                        .filter(server -> Boolean.TRUE.equals(server.jdbc("")
                                .queryForObject("SELECT @@GLOBAL.lower_case_table_names <> 0", Boolean.class))));
    }

    private static void awaitScan(Follow follow) {
        await().atMost(SOON).until(() -> {
            var scan = follow.status().scan();
            return scan != null && scan.finishedAt() != null;
        });
    }

    private IngestInstance start(TestDatabase server) throws IOException {
        var mapping = Files.writeString(folder.resolve("kinds.yml"), MAPPING);
        return IngestInstance.start(
                broker,
                folder,
                FollowedSchema.of(server, SCHEMA, mapping.toString()),
                "SOURCE_SINCE=2020-01-01T00:00:00Z",
                "SOURCE_QUIET=200ms");
    }

    private static void talk(TestDatabase server, int chat) {
        server.run(SCHEMA, """
                INSERT INTO chat (id, status, opened_at) VALUES (%1$d, 'open', NOW());
                INSERT INTO line VALUES (%1$d * 10, %1$d, 'c', 'no me llega', NOW()), (%1$d * 10 + 1, %1$d, 'a', 'ya va', NOW());
                """.formatted(chat));
    }

    private static void close(TestDatabase server, int chat) {
        server.run(SCHEMA, "UPDATE chat SET status = 'closed', closed_at = NOW() WHERE id = " + chat);
    }

    private static ClosedChat awaited(PublishedChats published, int id) {
        return await().atMost(SOON)
                .until(() -> published.of(Integer.toString(id)), versions -> !versions.isEmpty())
                .getLast();
    }
}
