package dev.dictamen.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while it sends chats: once of two thousand, five times of five thousand with {@code -Ddictamen.long=true}. */
class ReplayCrashIT {
    private static final boolean IS_LONG = Boolean.getBoolean("dictamen.long");
    private static final int KILLS = IS_LONG ? 5 : 1;
    private static final int CHATS = IS_LONG ? 5_000 : 2_000;
    /** Slow enough for each kill to meet it while it runs, however fast the machine is. */
    private static final double CHATS_PER_SECOND = 200;

    private static final String RUN = "r-crash";
    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    private Path stateDir;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @Test
    void everyChatIsSentOnceWheneverTheServiceIsKilled() throws Exception {
        var process = ingest();
        try (var desk = new ReplayDesk(broker);
                var worker = new AnsweringWorker(broker, ReplayDesk.PROMPT)) {
            var sent = desk.history("crash", CHATS);
            desk.quote(RUN, Selection.ALL, Ask.with(ReplayDesk.VERSION), CHATS_PER_SECOND);
            desk.start(RUN);
            for (int kill = 0; kill < KILLS; kill++) {
                int sentByThen = CHATS * (kill + 1) / (KILLS + 1);
                await().atMost(SOON).until(() -> worker.received.size() >= sentByThen);
                process.kill();
                process = ingest();
            }

            var finished = desk.awaitState(RUN, State.FINISHED, SOON);
            assertThat(finished.outcomes().done()).isEqualTo(CHATS);
            assertThat(worker.received)
                    .containsExactlyInAnyOrderElementsOf(
                            sent.stream().map(chat -> RUN + "/" + nameOf(chat)).toList());
        } finally {
            process.kill();
        }
    }

    private static String nameOf(ClosedChat chat) {
        return chat.chatId() + "/" + chat.revision();
    }

    private ServiceJar ingest() {
        return ServiceJar.start(
                        "ingest-service",
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", broker.addresses(),
                                "KAFKA_REPLICATION_FACTOR", "1",
                                "INGEST_BIND_ADDRESS", "127.0.0.1",
                                "INGEST_PORT", "0",
                                "INGEST_API_KEY", "a-key-of-the-test-only",
                                "INGEST_STATE_DIR", stateDir.toString()),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m")
                .awaitReady();
    }
}
