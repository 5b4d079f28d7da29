package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.testing.ChatDesk;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.guarantee.OneRowPerChat;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fifty chats close every second while the service is killed again and again: twice on one server as a rule, ten times on
 * each with {@code -Ddictamen.long=true}.
 */
class CrashIT {
    private static final int KILLS = Boolean.getBoolean("dictamen.long") ? 10 : 2;
    private static final int CLOSES_PER_SECOND = 50;
    private static final String SCHEMA = "crash";
    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#serversInDepth")
    void everyClosedChatIsPublishedUnderOneRevisionWhateverIsKilled(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, SCHEMA);
        var source = FollowedSchema.of(server, SCHEMA, "livehelperchat");
        var desk = new ChatDesk(server, SCHEMA);
        var process = startFollowing(source);
        try (var published = new PublishedChats(broker)) {
            desk.work(CLOSES_PER_SECOND);
            for (int kill = 0; kill < KILLS; kill++) {
                process.kill();
                process = startFollowing(source);
            }
            desk.shut();
            assertThat(desk.closed()).hasSizeGreaterThan(CLOSES_PER_SECOND * 5);
            new NothingLost().sent(desk.closed()).awaitHolds(SOON, published::ids);
            OneRowPerChat.holdsFor(published.all().stream()
                    .map(chat -> Map.entry(chat.chatId(), chat.revision()))
                    .distinct()
                    .map(Map.Entry::getKey)
                    .toList());
            assertThat(published.newest())
                    .allSatisfy(chat -> assertThat(chat.messages()).hasSize(4));
        } finally {
            desk.shut();
            process.kill();
        }
    }

    private ServiceJar startFollowing(FollowedSchema source) {
        var process = ServiceJar.start("ingest-service", settings(source), "-XX:TieredStopAtLevel=1", "-Xmx384m")
                .awaitReady();
        await().atMost(SOON).until(() -> process.log().contains("event=source-following"));
        return process;
    }

    private Map<String, String> settings(FollowedSchema source) {
        return Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.addresses()),
                Map.entry("INGEST_BIND_ADDRESS", "127.0.0.1"),
                Map.entry("INGEST_PORT", "0"),
                Map.entry("INGEST_API_KEY", "a-key-of-the-test-only"),
                Map.entry("INGEST_STATE_DIR", stateDir.toString()),
                Map.entry("PII_REDACTION", "none"),
                Map.entry("SOURCE_URL", source.url()),
                Map.entry("SOURCE_USERNAME", source.user().username()),
                Map.entry("SOURCE_PASSWORD", source.user().password()),
                Map.entry("SOURCE_MAPPING", source.mapping()),
                Map.entry("SOURCE_QUIET", "300ms"));
    }
}
