package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.testing.data.TestData;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.guarantee.OneRowPerChat;
import dev.dictamen.testing.process.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main job on real chats: import → verdict → row → browser, with the launcher's own commands, while the demo's chats come
 * by themselves. Each test has chats of its own.
 */
@Order(1)
class PipelineIT {
    private static final Duration ALL_DONE = Duration.ofMinutes(3);

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.WITH_DEMO;

    @TempDir
    static Path folder;

    private RunningStack stack;

    @BeforeEach
    void useSharedStack() {
        stack = SHARED.get();
    }

    @Test
    void chatsThatCloseInTheDemosDatabaseAreFoundThereAndScored() throws Exception {
        await().atMost(Duration.ofSeconds(90)).until(() -> stack.ledger().scored() >= 3);

        var source = stack.status().get("sources").get(0);
        assertThat(source.get("source").asString()).isEqualTo("demo");
        assertThat(source.get("state").asString()).isEqualTo("following");
        assertThat(source.get("vanished").asLong()).isZero();
    }

    @Test
    void everyOneOf500RealChatsIsScoredOrSkippedInThreeMinutesAndComingAgainItChangesNoRow() throws Exception {
        var file = "star-500.jsonl.gz";
        importAll(file);
        var ids = new NothingLost().sent(idsOf(file));
        try (var rows = new StoredRows(stack)) {
            ids.awaitHolds(ALL_DONE, () -> rows.evaluated("star-"));
            assertThat(rows.skipped("star-")).isEqualTo(30);
            assertThat(rows.failed("star-")).isZero();
            assertThat(rows.scoredByModel("star-")).isEqualTo(470);
            assertThat(rows.brokenVerdicts()).isEmpty();

            importAll(file);
            // a fresh chat behind the repeated ones: when it is through, so are they
            importMarker("after-repeat");
            OneRowPerChat.holdsFor(rows.chats("star-"));
            OneRowPerChat.holdsFor(rows.evaluated("star-"));
            assertThat(rows.chats("star-")).hasSize(ids.count());
        }
    }

    @Test
    void bothSpellingsOfTheImportFormatAreTheSameChats() throws Exception {
        var file = "kavak-102.jsonl.gz";
        assertThat(importAll(file)).contains("102");
        assertThat(importAll("kavak-102-native.jsonl.gz")).contains("102");

        var ids = new NothingLost().sent(idsOf(file));
        try (var rows = new StoredRows(stack)) {
            ids.awaitHolds(ALL_DONE, () -> rows.evaluated(""));
        }
    }

    @Test
    void hostileLinesAreReportedWithTheirLineAndNeighboursAreStored() throws Exception {
        long worker = stack.pidOf("eval-worker");
        long sink = stack.pidOf("result-sink");
        long ingest = stack.pidOf("ingest-service");

        var imported =
                stack.run("import", TestData.file("nasty/nasty-main.jsonl.gz").toString());

        assertThat(imported.exitCode()).as(imported.output()).isEqualTo(3);
        var expected = NastyExpectations.read(TestData.file("nasty/nasty-expected.json"));
        assertThat(ImportReport.newest(stack.home().resolve("reports")).lines())
                .containsAll(expected.linesToReject())
                .doesNotContainAnyElementsOf(expected.linesToAccept());
        await().atMost(ALL_DONE).until(() -> stack.ledger().isComplete());
        try (var rows = new StoredRows(stack)) {
            assertThat(rows.hasChat("nasty-control-first")).isTrue();
            assertThat(rows.hasChat("nasty-control-last")).isTrue();
            assertThat(rows.hasChat("../../etc/passwd';DROP TABLE evaluations;--<b>"))
                    .isTrue();
            assertThat(rows.brokenVerdicts()).isEmpty();
        }
        assertThat(List.of(stack.pidOf("eval-worker"), stack.pidOf("result-sink"), stack.pidOf("ingest-service")))
                .as("nobody died")
                .containsExactly(worker, sink, ingest);
    }

    @Test
    void everyHostileFileIsReadOrRefusedWithAClearMessage() throws Exception {
        for (var file : NastyExpectations.files()) {
            var imported =
                    stack.run("import", TestData.file("nasty/" + file.name()).toString());

            assertThat(imported.exitCode())
                    .as("%s: %s", file.name(), imported.output())
                    .isIn(file.exitCodes());
            assertThat(imported.output()).as(file.name()).containsPattern(file.says());
        }
    }

    @Test
    void noTextOfAChatReachesAnyLog() throws Exception {
        var marked = new MarkedChats(stack);
        marked.sendAcceptedAndRejected();
        marked.sendOneThatFails();
        marked.sendPoison();

        var logs = stack.home().resolve("logs");
        assertThat(List.of("ingest-service", "eval-worker", "result-sink", "api-gateway"))
                .allSatisfy(service ->
                        assertThat(logs.resolve(service + ".log")).content().contains("event="));
        assertThat(marked.logsThatTell()).isEmpty();
    }

    @Test
    void aSupervisorSeesVerdictsArriveAndComparesPromptsInTheBrowser() throws Exception {
        var browser = Project.root().resolve("e2e-tests/browser");
        assumeTrue(Files.isDirectory(browser.resolve("node_modules")), "no browser: npm packages are not installed");
        assumeTrue(Browser.path() != null, "no browser: install chromium");

        assertThat(runSpecs(browser)).as("exit code of the browser tests").isZero();
    }

    private int runSpecs(Path browser) throws IOException, InterruptedException {
        var replicas = Replicas.of(stack);
        replicas.obey();
        try {
            return Browser.runSpecs(browser, stack);
        } finally {
            replicas.comeBack();
        }
    }

    /** What the import says. */
    private String importAll(String name) throws Exception {
        var imported = stack.run("import", TestData.file(name).toString());
        assertThat(imported.exitCode()).as(imported.output()).isZero();
        return imported.output();
    }

    private static List<String> idsOf(String name) {
        return TestData.lines(name).stream()
                .map(JsonMapper.shared()::readTree)
                .map(chat -> chat.path("conversation_id").asString())
                .toList();
    }

    private void importMarker(String id) throws Exception {
        var file = GeneratedChats.write(folder.resolve(id + ".jsonl"), id, 1);
        assertThat(stack.run("import", file.toString()).exitCode()).isZero();
        try (var rows = new StoredRows(stack)) {
            await().atMost(ALL_DONE).until(() -> rows.evaluated(id).size() == 1);
        }
    }
}
