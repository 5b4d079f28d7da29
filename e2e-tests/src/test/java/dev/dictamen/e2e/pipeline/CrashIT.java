package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.guarantee.OneRowPerChat;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * kill -9 of each part in the middle of an import: every chat ends in one outcome and one row. Each test has its own chats;
 * the demo's rest meanwhile, so that the ledger comes to an end. The last test stops what it shares with {@link PipelineIT}.
 */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {
    private static final int CHATS = Boolean.getBoolean("dictamen.long") ? 500 : 200;
    private static final Duration ALL_DONE = Duration.ofMinutes(3);

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.WITH_DEMO;

    @TempDir
    static Path folder;

    private RunningStack stack;

    @BeforeAll
    static void pauseDemo() throws Exception {
        assertThat(SHARED.get().run("demo", "pause").exitCode()).isZero();
    }

    @AfterAll
    static void resumeDemo() throws Exception {
        assertThat(SHARED.get().run("demo", "resume").exitCode()).isZero();
    }

    @BeforeEach
    void useSharedStack() {
        stack = SHARED.get();
    }

    @Test
    void anEvalWorkerKilledInTheMiddleLosesNothingAndRepeatsLittle() throws Exception {
        var before = Journal.of(stack);
        var importing = beginImport("worker-kill");
        awaitOutcomes("worker-kill", CHATS / 5);

        stack.kill("eval-worker");

        assertEveryChatEndsOnce("worker-kill", importing);
        var after = Journal.of(stack);
        long inFlight = after.aborted() - before.aborted();
        assertThat(after.repeatedFirstAttempts() - before.repeatedFirstAttempts())
                .as("repeated first attempts, with %d calls in flight at the kill", inFlight)
                .isLessThanOrEqualTo(3 * inFlight);
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @ParameterizedTest
    @ValueSource(strings = {"result-sink", "ingest-service"})
    void aServiceKilledInTheMiddleLosesNothing(String service) throws Exception {
        var importing = beginImport(service);
        awaitOutcomes(service, CHATS / 10);

        stack.kill(service);

        assertEveryChatEndsOnce(service, importing);
    }

    @Test
    void aLauncherKilledInTheMiddleLeavesNoOrphanAndLosesNothing() throws Exception {
        var importing = beginImport("launcher-kill");
        awaitOutcomes("launcher-kill", CHATS / 5);
        assertThat(importing.waitFor()).isZero();
        long orphan = stack.pidOf("eval-worker");

        stack.killLauncher();
        stack = SHARED.startAgain();

        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertEveryChatEndsOnce("launcher-kill", importing);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aStoppedStackLeavesNoProcessBehind() throws Exception {
        var pids = ProcessHandles.startedFrom(stack.home());
        assertThat(pids).isNotEmpty();

        stack.close();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(ProcessHandles.startedFrom(stack.home())).isEmpty());
    }

    private Process beginImport(String prefix) throws Exception {
        var file = GeneratedChats.write(folder.resolve(prefix + ".jsonl"), prefix, CHATS);
        return stack.begin("import", file.toString());
    }

    private void awaitOutcomes(String prefix, int least) throws Exception {
        try (var rows = new StoredRows(stack)) {
            await().atMost(ALL_DONE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> rows.evaluated(prefix).size() >= least);
        }
    }

    private void assertEveryChatEndsOnce(String prefix, Process importing) throws Exception {
        assertThat(importing.waitFor()).as("exit code of the import").isZero();
        var sent = new NothingLost().sent(GeneratedChats.ids(prefix, CHATS));
        try (var rows = new StoredRows(stack)) {
            sent.awaitHolds(ALL_DONE, () -> rows.evaluated(prefix));
            sent.awaitHolds(ALL_DONE, () -> rows.chats(prefix));
            OneRowPerChat.holdsFor(rows.evaluated(prefix));
            OneRowPerChat.holdsFor(rows.chats(prefix));
            assertThat(rows.brokenVerdicts()).isEmpty();
        }
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> stack.ledger().isComplete());
    }
}
