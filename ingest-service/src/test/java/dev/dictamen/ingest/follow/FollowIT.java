package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.ExpectedChat;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both products: first the history, then the live script, step by step. Each on the kind of server that it is mostly run on;
 * with {@code -Ddictamen.long=true} on both.
 */
class FollowIT {
    private static final boolean IS_LONG = Boolean.getBoolean("dictamen.long");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    static Stream<Arguments> productsOnServers() {
        return ChatProduct.servers()
                .flatMap(server -> Stream.of(ChatProduct.values())
                        .filter(product -> IS_LONG || product.isMostlyOn(server))
                        .map(product -> Arguments.of(product, server)));
    }

    @ParameterizedTest
    @MethodSource("productsOnServers")
    void historyIsScannedOnceAndALiveScriptFollowed(ChatProduct product, TestDatabase server) {
        product.load(server, "follow");
        var source = FollowedSchema.of(server, "follow", product.preset());
        assertThatThrownBy(() -> source.user().run("follow", product.lateMessage("not allowed")))
                .hasStackTraceContaining("INSERT command denied");
        try (var instance = start(source);
                var published = new PublishedChats(broker)) {
            var follow = new Follow(instance, broker);
            var expected = product.expected().stream().map(ExpectedChat::of).toList();
            await().atMost(SOON).untilAsserted(() -> assertThat(published.all()).hasSize(expected.size()));
            follow.awaitScan();
            assertThat(published.newest().stream().map(ExpectedChat::of)).containsExactlyInAnyOrderElementsOf(expected);

            new LiveScript(product, server, "follow", follow, published).run();
        }
    }

    private IngestInstance start(FollowedSchema source) {
        return IngestInstance.start(
                broker, stateDir, source, "SOURCE_SINCE=2000-01-01T00:00:00Z", "SOURCE_QUIET=300ms");
    }
}
