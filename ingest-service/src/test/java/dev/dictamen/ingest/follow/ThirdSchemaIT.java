package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.read.SourceDatabase;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.ExpectedChat;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.OwnBroker;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.ThirdSchema;
import dev.dictamen.ingest.testing.ThirdSchemaHistory;
import dev.dictamen.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema that is no preset: a mapping in a file is all it takes, for the history and for what happens live. */
class ThirdSchemaIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SCHEMA = "third";

    @TempDir
    private Path stateDir;

    @RegisterExtension
    final OwnBroker broker = new OwnBroker();

    static Stream<TestDatabase> servers() {
        return ChatProduct.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMappingInAFileIsAllThatAnotherSchemaTakes(TestDatabase server) {
        ThirdSchema.load(server, SCHEMA);
        assertNothingIsAmiss(server);
        try (var instance = start(server);
                var published = new PublishedChats(broker.get())) {
            var follow = new Follow(instance, broker.get());
            follow.awaitFollowing();
            awaitScan(follow);

            assertThat(published.poll())
                    .extracting(version -> ExpectedChat.of(version.chat()))
                    .containsExactlyInAnyOrderElementsOf(ThirdSchemaHistory.expected());
            assertThat(published.of("2").getFirst().chat().subject().channel()).isEqualTo("Email");
            assertThat(published.of("2").getFirst().chat().source()).isEqualTo("helpdesk");
            assertThat(published.of("2").getFirst().chat().attributes()).containsEntry("number", "501002");

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
                broker.get(),
                stateDir,
                server,
                SCHEMA,
                "SOURCE_MAPPING=" + ThirdSchema.mapping(),
                "SOURCE_SINCE=2026-01-01T00:00:00Z",
                "SOURCE_CHATS_PER_SECOND=5000",
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
