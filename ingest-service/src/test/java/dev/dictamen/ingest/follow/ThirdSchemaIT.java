package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.source.SourceDatabase;
import dev.dictamen.ingest.testing.ExpectedChat;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.ThirdSchema;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema that has no preset: a mapping in a file is all it takes, for the history and for what happens live. Both
 * kinds of server with {@code -Ddictamen.long=true}. */
class ThirdSchemaIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SCHEMA = "third";

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#serversInDepth")
    void aMappingInAFileIsAllThatAnotherSchemaTakes(TestDatabase server) {
        ThirdSchema.load(server, SCHEMA);
        assertNothingIsAmiss(server);
        try (var instance = start(server);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            awaitScan(follow);

            assertThat(published.all())
                    .extracting(ExpectedChat::of)
                    .containsExactlyInAnyOrderElementsOf(ThirdSchema.expected());
            assertThat(published.of("2").getFirst().subject().channel()).isEqualTo("Email");
            assertThat(published.of("2").getFirst().source()).isEqualTo("helpdesk");
            assertThat(published.of("2").getFirst().attributes()).containsEntry("number", "501002");

            new ThirdSchemaScript(server, SCHEMA, follow, published).run();
        }
    }

    private static void assertNothingIsAmiss(TestDatabase server) {
        try (var database = new SourceDatabase(server.serverUrl() + SCHEMA, server.username(), server.password())) {
            var mapping = Mappings.of(ThirdSchema.mapping().toString());
            assertThat(MappingCheck.of(mapping, LiveSchema.of(database.client())))
                    .isEqualTo(new MappingCheck(List.of(), List.of()));
        }
    }

    private IngestInstance start(TestDatabase server) {
        return IngestInstance.start(
                broker,
                stateDir,
                FollowedSchema.of(server, SCHEMA, ThirdSchema.mapping().toString()),
                "SOURCE_SINCE=2026-01-01T00:00:00Z",
                "SOURCE_QUIET=100ms");
    }

    private static void awaitScan(Follow follow) {
        await().atMost(SOON).until(() -> {
            var scan = follow.status().scan();
            return scan != null && scan.finishedAt() != null;
        });
        follow.awaitGate();
    }
}
