package dev.dictamen.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.ingest.found.ClosingTime;
import dev.dictamen.ingest.found.FoundTopic;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.source.SourceDatabase;
import dev.dictamen.ingest.source.SourceProperties;
import dev.dictamen.ingest.testing.DeskSchema;
import dev.dictamen.testing.database.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** A chat that fails is tried a few times and set aside, and the others of its batch do not wait for it. */
class SetAsideIT {
    private static final String SCHEMA = "setaside";
    private static final String HOSTILE = "hostile";
    /** The reference's character set has no such character: the server refuses the whole statement for it. */
    private static final String UNASKABLE = "\uD83D\uDE00";

    /** Publishes all but the hostile chat's messages, which end the one that reads them. */
    private static final class Topic implements FoundTopic {
        private final Map<String, ClosedChat> published = new ConcurrentHashMap<>();

        @Override
        public CompletableFuture<?> send(ClosedChat chat, ClosingTime closingTime) {
            if (chat.chatId().equals(HOSTILE) && !chat.messages().isEmpty()) {
                throw new StackOverflowError();
            }
            published.put(chat.chatId(), chat);
            return CompletableFuture.completedFuture(chat);
        }
    }

    private final Topic topic = new Topic();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void othersArePublishedWhileThePoisonIsTriedAgain(TestDatabase server) throws InterruptedException {
        var desk = DeskSchema.of(
                server,
                SCHEMA,
                "VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "VARCHAR(40) CHARACTER SET latin1");
        var wanted = Stream.of("a", "b", HOSTILE, "c", UNASKABLE, "d")
                .map(id -> close(desk, id))
                .toList();
        try (var database = new SourceDatabase(server.serverUrl() + SCHEMA, server.username(), server.password())) {
            var reading = reading(database);
            for (int attempt = 1; attempt < ChatReading.TRIES; attempt++) {
                assertThat(reading.attempt(wanted).again())
                        .extracting(Wanted::key)
                        .containsExactlyInAnyOrder(HOSTILE, UNASKABLE);
                assertThat(topic.published).containsOnlyKeys("a", "b", "c", "d");
            }

            assertThat(reading.attempt(wanted).again()).isEmpty();

            assertIsSetAside(HOSTILE, "StackOverflowError");
            assertIsSetAside(UNASKABLE, "the database answers with error");

            desk.run("ALTER TABLE line DROP COLUMN body");
            assertThatThrownBy(() -> reading.attempt(List.of(Wanted.scanned("a"))))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private void assertIsSetAside(String id, String why) {
        assertThat(topic.published).hasEntrySatisfying(id, chat -> {
            assertThat(chat.skipReason()).isEqualTo(SkipReason.UNREADABLE);
            assertThat(chat.attributes())
                    .hasEntrySatisfying(
                            "skip_detail", detail -> assertThat(detail).startsWith(why));
        });
    }

    private static Wanted close(DeskSchema desk, String id) {
        desk.run("INSERT INTO chat VALUES ('" + id + "', 'closed', UNIX_TIMESTAMP(), UNIX_TIMESTAMP(), 7)");
        if (!id.equals(UNASKABLE)) {
            desk.say("'" + id + "'", "customer", "'Hola'");
        }
        return Wanted.scanned(id);
    }

    private ChatReading reading(SourceDatabase database) {
        var mapping = Mappings.parse(DeskSchema.MAPPING, "desk");
        var keys = new ChatKeys(() -> ChatKeys.Types.of(mapping, LiveSchema.of(database.client())));
        var source = new SourceProperties("", "", "", "", "", 1, Duration.ofSeconds(1), 5000, null);
        return new ChatReading(
                new SourceChats(database, mapping, keys, Clock.systemUTC()),
                topic,
                source,
                new ReadMetrics(new SimpleMeterRegistry()),
                (key, from) -> {});
    }
}
