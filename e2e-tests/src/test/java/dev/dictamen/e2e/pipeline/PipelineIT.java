package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.e2e.house.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real chats: import → verdict → row → browser, with the launcher's own commands. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineIT {
    private static final Duration ALL_DONE = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static RunningStack stack;

    @BeforeAll
    static void startStack() throws Exception {
        stack = RunningStack.start(StackHome.fresh("pipeline"));
    }

    @AfterAll
    static void stopStack() throws Exception {
        stack.close();
    }

    @Test
    @Order(1)
    void everyOneOf500RealChatsIsScoredOrSkippedWithinThreeMinutes() throws Exception {
        var imported = stack.run("import", TestData.require("star-500.jsonl.gz").toString());

        assertThat(imported.exitCode()).as(imported.output()).isZero();
        await().atMost(ALL_DONE)
                .until(() -> stack.ledger().closed() == 500 && stack.ledger().isComplete());
        assertThat(stack.ledger().skipped()).isEqualTo(30);
        assertThat(stack.ledger().failed()).isZero();
        try (var rows = new StoredRows(stack)) {
            assertThat(rows.brokenVerdicts()).isZero();
        }
    }

    @Test
    @Order(2)
    void importingTheSameFileAgainChangesNoRowCount() throws Exception {
        var file = TestData.require("star-500.jsonl.gz").toString();
        try (var rows = new StoredRows(stack)) {
            long chats = rows.chats("");
            long evaluations = rows.evaluations("");

            assertThat(stack.run("import", file).exitCode()).isZero();
            // a fresh chat behind the repeated ones: when it is through, so are they
            importMarker("after-repeat");

            assertThat(rows.chats("")).isEqualTo(chats + 1);
            assertThat(rows.evaluations("")).isEqualTo(evaluations + 1);
        }
    }

    @Test
    @Order(3)
    void bothSpellingsOfTheImportFormatAreAccepted() throws Exception {
        for (var name : List.of("kavak-102.jsonl.gz", "kavak-102-native.jsonl.gz")) {
            var imported = stack.run("import", TestData.require(name).toString());

            assertThat(imported.exitCode()).as(imported.output()).isZero();
            assertThat(imported.output()).contains("102");
        }
        await().atMost(ALL_DONE).until(() -> stack.ledger().isComplete());
    }

    @Test
    @Order(4)
    void hostileLinesAreReportedWithTheirLineAndNeighboursAreStored() throws Exception {
        long worker = stack.pidOf("eval-worker");
        long sink = stack.pidOf("result-sink");
        long ingest = stack.pidOf("ingest-service");

        var imported = stack.run(
                "import", TestData.require("nasty/nasty-main.jsonl.gz").toString());

        assertThat(imported.exitCode()).as(imported.output()).isEqualTo(3);
        var expected = NastyExpectations.read(TestData.require("nasty/nasty-expected.json"));
        assertThat(reportedLines())
                .containsAll(expected.linesToReject())
                .doesNotContainAnyElementsOf(expected.linesToAccept());
        await().atMost(ALL_DONE).until(() -> stack.ledger().isComplete());
        try (var rows = new StoredRows(stack)) {
            assertThat(rows.hasChat("nasty-control-first")).isTrue();
            assertThat(rows.hasChat("nasty-control-last")).isTrue();
            assertThat(rows.hasChat("../../etc/passwd';DROP TABLE evaluations;--<b>"))
                    .isTrue();
            assertThat(rows.brokenVerdicts()).isZero();
        }
        assertThat(List.of(stack.pidOf("eval-worker"), stack.pidOf("result-sink"), stack.pidOf("ingest-service")))
                .as("nobody died")
                .containsExactly(worker, sink, ingest);
    }

    @Test
    @Order(5)
    void everyHostileFileIsReadOrRefusedWithAClearMessage() throws Exception {
        for (var file : NastyExpectations.files()) {
            var imported =
                    stack.run("import", TestData.require("nasty/" + file.name()).toString());

            assertThat(imported.exitCode())
                    .as("%s: %s", file.name(), imported.output())
                    .isIn(file.exitCodes());
            assertThat(imported.output()).as(file.name()).containsPattern(file.says());
        }
    }

    @Test
    @Order(6)
    void aSupervisorSeesAVerdictArriveInTheBrowser() throws Exception {
        var browser = Modules.root().resolve("e2e-tests/browser");
        assumeTrue(Files.isDirectory(browser.resolve("node_modules")), "no browser: npm packages are not installed");
        assumeTrue(Browser.path() != null, "no browser: install chromium");

        int exitCode = Browser.runSpecs(browser, stack);

        assertThat(exitCode).as("exit code of the browser tests").isZero();
    }

    private static void importMarker(String id) throws Exception {
        var file = GeneratedChats.write(folder.resolve(id + ".jsonl"), id, 1);
        assertThat(stack.run("import", file.toString()).exitCode()).isZero();
        try (var rows = new StoredRows(stack)) {
            await().atMost(ALL_DONE).until(() -> rows.evaluations(id) == 1);
        }
    }

    /** Line numbers of the newest report file. */
    private static List<Integer> reportedLines() throws IOException {
        return ImportReport.newest(stack.home().resolve("reports")).lines();
    }
}
