package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.ingest.testing.ChatDesk;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.IngestProcess;
import dev.dictamen.ingest.testing.Latencies;
import dev.dictamen.ingest.testing.OwnBroker;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.ingest.testing.SourceLoad;
import dev.dictamen.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fifty chats close every second while the service is killed again and again: twice on one server as a rule, ten times on
 * each with {@code -Ddictamen.long=true}.
 */
class CrashIT {
    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final boolean IS_LONG = Boolean.getBoolean("dictamen.long");
    private static final int KILLS = IS_LONG ? 10 : 2;
    private static final int CLOSES_PER_SECOND = 50;
    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    private Path stateDir;

    @RegisterExtension
    final OwnBroker broker = new OwnBroker();

    static Stream<TestDatabase> servers() {
        return IS_LONG ? ChatProduct.servers() : ChatProduct.servers().limit(1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyClosedChatIsPublishedUnderOneRevisionWhateverIsKilled(TestDatabase server) throws Exception {
        ChatProduct.LIVEHELPERCHAT.load(server, "crash");
        var desk = new ChatDesk(server, "crash");
        var process = startReady(server);
        try (var published = new PublishedChats(broker.get())) {
            desk.work(CLOSES_PER_SECOND);
            measure(server, desk, published);
            for (int kill = 0; kill < KILLS; kill++) {
                process.kill();
                process = startReady(server);
            }
            desk.shut();
            assertThat(desk.closed()).hasSizeGreaterThan(CLOSES_PER_SECOND * 5);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(ids(published)).containsAll(desk.closed().keySet()));
            assertThat(revisionsByChat(published))
                    .allSatisfy(
                            (chat, revisions) -> assertThat(revisions).as(chat).hasSize(1));
            assertThat(published.newest())
                    .allSatisfy(chat -> assertThat(chat.messages()).hasSize(4));
            log.info(
                    "crash-figures server={} kills={} chats={}",
                    server,
                    KILLS,
                    desk.closed().size());
        } finally {
            desk.shut();
            process.kill();
        }
    }

    /** Ten seconds undisturbed: how long from the commit that closes a chat to the topic closed. */
    private static void measure(TestDatabase server, ChatDesk desk, PublishedChats published) {
        var latencies = new Latencies();
        var load = SourceLoad.from(server);
        int closedBefore = desk.closed().size();
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until) {
            latencies.arrived(published.take(), System.currentTimeMillis());
        }
        log.info("commit-to-topic server={} {}", server, latencies.since(desk.closed()));
        log.info("source-load server={} {}", server, load.perChat(desk.closed().size() - closedBefore));
    }

    private IngestProcess startReady(TestDatabase server) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.get().getBrokersAsString(),
                "INGEST_STATE_DIR",
                stateDir.toString(),
                "PII_REDACTION",
                "none",
                "SOURCE_URL",
                server.serverUrl() + "crash",
                "SOURCE_USERNAME",
                server.username(),
                "SOURCE_PASSWORD",
                server.password(),
                "SOURCE_MAPPING",
                "livehelperchat",
                "SOURCE_QUIET",
                "300ms"));
        var process = IngestProcess.start(settings);
        await().atMost(SOON).until(process::isReady);
        return process;
    }

    private static Set<String> ids(PublishedChats published) {
        return published.poll().stream().map(version -> version.chat().chatId()).collect(Collectors.toSet());
    }

    private static Map<String, Set<Long>> revisionsByChat(PublishedChats published) {
        return published.poll().stream()
                .collect(Collectors.groupingBy(
                        version -> version.chat().chatId(),
                        Collectors.mapping(version -> version.chat().revision(), Collectors.toSet())));
    }
}
