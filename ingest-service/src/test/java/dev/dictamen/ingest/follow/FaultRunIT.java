package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.testing.FollowedSchema;
import dev.dictamen.ingest.testing.HelpDesk;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twenty chats close every second, in every way there is, while whatever can go wrong does, at random. Afterwards what was
 * published is what the tables call closed: nothing is missing, nothing was invented, and nothing has two revisions. Three minutes on each
 * server, or as many as {@code -Ddictamen.faults.minutes} says; {@code -Ddictamen.faults.seed} repeats a run.
 */
@EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "minutes of faults: --long")
class FaultRunIT {
    private static final Duration SPAN = Duration.ofMinutes(Integer.getInteger("dictamen.faults.minutes", 3));
    private static final Duration COMPARED_EVERY = Duration.ofSeconds(10);
    /** Two comparisons, and what a service needs that was killed last of all. */
    private static final Duration MADE_UP = Duration.ofSeconds(120);

    private static final int CLOSES_PER_SECOND = 20;
    private static final String SCHEMA = "fault_run";

    @TempDir
    private Path folder;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void whateverGoesWrongWhatIsClosedIsPublishedAndNothingElse(TestDatabase server) throws Exception {
        long seed = Long.getLong("dictamen.faults.seed", System.nanoTime());
        System.out.println("fault run on " + server + ": -Ddictamen.faults.seed=" + seed);
        var desk = HelpDesk.on(server, SCHEMA, "meta JSON").withIndex();
        var source = desk.followed(folder);
        var faults = new SourceFaults(server, SCHEMA, new Random(seed));
        var process = start(source);
        try (var published = new PublishedChats(broker)) {
            var closing = new RandomCloses(server, SCHEMA, new Random(seed + 1), CLOSES_PER_SECOND);
            var until = Instant.now().plus(SPAN);
            closing.begin();
            while (Instant.now().isBefore(until)) {
                if (faults.next() == SourceFaults.Fault.KILL) {
                    process.kill();
                    process = start(source);
                }
                faults.pause();
            }
            closing.end();
            faults.mend();

            var closed = closed(server);
            assertThat(closed).hasSizeGreaterThan((int) (SPAN.toSeconds() * CLOSES_PER_SECOND / 3));
            await().atMost(MADE_UP)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(missing(closed, published))
                            .as("closed and not published, seed %d", seed)
                            .isEmpty());
            assertThat(published.newest().stream().map(ClosedChat::chatId))
                    .as("published and not closed, seed %d", seed)
                    .allMatch(closed::contains);
            assertThat(revisions(published))
                    .as("revisions of each chat, seed %d", seed)
                    .allMatch(each -> each == 1);
            System.out.println("fault run on " + server + ": " + closed.size() + " chats, faults " + faults.counts());
        } finally {
            process.kill();
            faults.mend();
        }
    }

    private static List<String> closed(TestDatabase server) {
        return server.jdbc(SCHEMA)
                .query("SELECT id FROM chat WHERE state = 'closed'", (row, number) -> String.valueOf(row.getLong(1)));
    }

    private static List<String> missing(List<String> closed, PublishedChats published) {
        var ids = published.ids().stream().collect(Collectors.toSet());
        return closed.stream().filter(id -> !ids.contains(id)).toList();
    }

    private static List<Long> revisions(PublishedChats published) {
        return List.copyOf(published.all().stream()
                .map(chat -> Map.entry(chat.chatId(), chat.revision()))
                .distinct()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()))
                .values());
    }

    private ServiceJar start(FollowedSchema source) {
        return ServiceJar.start("ingest-service", settings(source), "-XX:TieredStopAtLevel=1", "-Xmx384m")
                .awaitReady();
    }

    private Map<String, String> settings(FollowedSchema source) {
        return Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.addresses()),
                Map.entry("INGEST_BIND_ADDRESS", "127.0.0.1"),
                Map.entry("INGEST_PORT", "0"),
                Map.entry("INGEST_API_KEY", "a-key-of-the-test-only"),
                Map.entry("INGEST_STATE_DIR", folder.resolve("state").toString()),
                Map.entry("PII_REDACTION", "none"),
                Map.entry("SOURCE_URL", source.url()),
                Map.entry("SOURCE_USERNAME", source.user().username()),
                Map.entry("SOURCE_PASSWORD", source.user().password()),
                Map.entry("SOURCE_MAPPING", source.mapping()),
                Map.entry("SOURCE_QUIET", "300ms"),
                Map.entry("SOURCE_COMPARE_EVERY", COMPARED_EVERY.toSeconds() + "s"),
                Map.entry("SOURCE_COMPARE_AFTER", "10s"));
    }
}
