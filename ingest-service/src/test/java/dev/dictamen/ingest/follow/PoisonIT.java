package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.ingest.testing.DeskSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Chats that break what reads them, one in ten, and times that no chat can have: the others are published as if they were not there, and
 * each of them is accounted for.
 * Both kinds of server with {@code -Ddictamen.long=true}.
 */
class PoisonIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SCHEMA = "poison";
    private static final String HISTORY = "1";
    /** A record of them is larger than a topic takes, though the text has no more bytes than a chat may have. */
    private static final String CONTROL_CHARACTERS = "REPEAT(CHAR(1 USING utf8mb4), 300000)";

    private static final String CLEAN = """
                clean:
                  - {pattern: '(\\s|&nbsp;)+', replacement: ' '}
                  - {pattern: '(a+)+$', replacement: ''}
            """.indent(-2);

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#serversInDepth")
    void onlyThePoisonIsSetAside(TestDatabase server) {
        var desk = DeskSchema.of(server, SCHEMA, "BIGINT", "BIGINT");
        poison(desk, HISTORY, CONTROL_CHARACTERS);
        var begun = Instant.now().minus(SOON);
        try (var instance = start(desk);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            follow.awaitScan();
            assertThat(awaited(published, HISTORY).skipReason()).isEqualTo(SkipReason.TOO_LARGE);

            poison(desk, "10", "CONCAT('Hola', REPEAT(' ', 8000), 'fin')");
            poison(desk, "20", "CONCAT(REPEAT('a', 30000), '!')");
            poison(desk, "30", CONTROL_CHARACTERS);
            IntStream.range(10, 40).filter(id -> id % 10 != 0).forEach(id -> {
                desk.open(String.valueOf(id), String.valueOf(id));
                desk.close(String.valueOf(id));
            });

            desk.run("UPDATE chat SET opened_at = 9000000000000000000, closed_at = closed_at * 1000000 WHERE id = 31");

            IntStream.range(10, 40)
                    .filter(id -> id != 30)
                    .forEach(id -> assertThat(
                                    awaited(published, String.valueOf(id)).skipReason())
                            .as("chat %d", id)
                            .isNull());
            assertThat(awaited(published, "10").messages().getLast().text()).isEqualTo("Hola fin");
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(awaited(published, "31").openedAt()).isNull();
                assertThat(awaited(published, "31").closedAt())
                        .isBetween(begun, Instant.now().plus(SOON));
            });
            assertThat(awaited(published, "30").skipReason()).isEqualTo(SkipReason.TOO_LARGE);
        }
    }

    private static void poison(DeskSchema desk, String id, String text) {
        desk.open(id, id);
        IntStream.range(0, text.equals(CONTROL_CHARACTERS) ? 4 : 1).forEach(line -> desk.say(id, "customer", text));
        desk.close(id);
    }

    private static ClosedChat awaited(PublishedChats published, String id) {
        return await().atMost(SOON)
                .until(() -> published.of(id), versions -> !versions.isEmpty())
                .getLast();
    }

    private IngestInstance start(DeskSchema desk) {
        return IngestInstance.start(
                broker,
                stateDir,
                desk.followed(stateDir, CLEAN),
                "SOURCE_SINCE=2020-01-01T00:00:00Z",
                "SOURCE_QUIET=300ms");
    }
}
