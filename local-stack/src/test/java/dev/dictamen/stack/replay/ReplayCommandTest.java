package dev.dictamen.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.terminal.Keyboard;
import dev.dictamen.stack.testing.FakeReplays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {
    private static final String ID = FakeReplays.ID;

    @TempDir
    Path folder;

    private FakeReplays gateway;
    private ReplayTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeReplays();
        terminal = new ReplayTerminal(folder.resolve("home"), gateway, false, Keyboard.NOBODY);
    }

    @AfterEach
    void stop() throws IOException {
        terminal.close();
        gateway.close();
    }

    @Test
    void listsEachReplayOnOneLine() throws Exception {
        gateway.become("running", 100, null);

        assertThat(run("list")).isZero();

        assertThat(terminal.answers())
                .containsPattern(
                        ID
                                + " +running +100 / 300 +19.8/s +1 min 28 s +compare +2026-12-1 +ana +2026-11-28T10:00:00Z +November again\n");
    }

    @Test
    void listsAsJson() throws Exception {
        run("list", "-o", "json");

        assertThat(answer().at("/0/id").asString()).isEqualTo(ID);
    }

    @Test
    void whereNobodyWatchesItIsShownAsJson() throws Exception {
        gateway.become("running", 100, "no replica answers");

        assertThat(run("show", ID)).isZero();

        assertThat(answer().path("state").asString()).isEqualTo("running");
        assertThat(answer().path("done").asLong()).isEqualTo(100);
    }

    @Test
    void onATerminalItIsABarWithWhatHoldsItUp() throws Exception {
        watched();
        gateway.become("running", 124, "no replica answers");

        assertThat(run("show", ID)).isZero();

        assertThat(terminal.answers())
                .contains(ID + "  November again\n")
                .contains("running [████████░░░░░░░░░░░░] 124 / 300 (41 %) 19.8/s, 1 min 28 s left\n")
                .contains("2 failed, 12 still under way\n", "no replica answers\n");
    }

    @Test
    void onATerminalJsonIsGivenWhenAskedFor() throws Exception {
        watched();

        run("show", ID, "-o", "JSON");

        assertThat(terminal.answers()).contains("\"state\":\"quoting\"");
    }

    @Test
    void itIsFollowedUntilItEnds() throws Exception {
        watched();
        gateway.become("running", 0, "no replica answers");

        assertThat(run("show", ID, "--watch")).isZero();

        assertThat(terminal.answers())
                .contains("running [░░░░░░░░░░░░░░░░░░░░] 0 / 300 (0 %) 19.8/s, 1 min 28 s left; no replica answers")
                .contains("running [█████████████░░░░░░░] 200 / 300 (66 %)")
                .contains("finished [████████████████████] 300 / 300 (100 %)\n");
    }

    @Test
    void aProgramThatFollowsItGetsALineForEachChange() throws Exception {
        gateway.become("running", 0, null);

        run("show", ID, "--watch");

        assertThat(terminal.answers().lines())
                .hasSize(4)
                .last()
                .asString()
                .contains("\"state\":\"finished\"", "\"done\":300");
    }

    @Test
    void whatWasCancelledEndsWithThree() throws Exception {
        gateway.become("cancelled", 100, null);

        assertThat(run("show", ID, "--watch")).isEqualTo(3);
    }

    @Test
    void whatHasNothingToRunIsNotWaitedFor() throws Exception {
        watched();
        gateway.quote(0, null);
        gateway.become("quoted", 0, null);

        assertThat(run("show", ID, "--watch")).isZero();
        assertThat(terminal.answers()).contains("quoted: 0 would run\n");
    }

    @ParameterizedTest
    @CsvSource({"pause, sends no more chats", "resume, goes on", "cancel, what has a verdict keeps it"})
    void anOrderIsPassedOn(String order, String says) throws Exception {
        assertThat(run(order, ID)).isZero();

        assertThat(gateway.asked()).containsExactly("/replays/" + ID + "/" + order);
        assertThat(terminal.answers()).startsWith(ID + " ").contains(says);
    }

    @Test
    void anOrderAnswersInJsonWhenAskedFor() throws Exception {
        run("pause", ID, "-o", "json");

        assertThat(answer().path("state").asString()).isEqualTo("paused");
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2.5, at most 2.5/s", "none, null, as fast as bulk may"})
    void theRateIsCappedAndFreedAgain(String typed, String sent, String says) throws Exception {
        assertThat(run("rate", ID, typed)).isZero();

        assertThat(gateway.asked()).containsExactly("/replays/" + ID + "/rate {\"ratePerSecond\":" + sent + "}");
        assertThat(terminal.answers()).contains(says);
    }

    @Test
    void anExportGoesToStandardOutputAsItIs() throws Exception {
        assertThat(run("export", ID)).isZero();

        assertThat(terminal.answers()).isEqualTo("chatId,format=csv&with=live\nc-1,ñ\n");
    }

    @Test
    void anExportGoesToAFileWhole() throws Exception {
        var file =
                Files.writeString(folder.resolve("old.jsonl"), "what was there before, and was much longer than that");

        assertThat(run("export", ID, "--format", "jsonl", "--with", "r-other", "--out", file.toString()))
                .isZero();

        assertThat(file).hasContent("chatId,format=jsonl&with=r-other\nc-1,ñ\n");
        assertThat(folder.resolve("old.jsonl.part")).doesNotExist();
        assertThat(terminal.answers()).isEqualTo(file + ": 40 bytes\n");
    }

    @Test
    void anExportThatIsRefusedLeavesStandardOutputEmpty() throws Exception {
        assertThat(run("export", "r-none")).isEqualTo(2);

        assertThat(terminal.answers()).isEmpty();
        assertThat(terminal.notices()).contains("no such replay");
    }

    @Test
    void anExportIntoNoFolderEndsWithTwo() throws Exception {
        var file = folder.resolve("absent/out.csv");

        assertThat(run("export", ID, "--out", file.toString(), "-o", "json")).isEqualTo(2);

        assertThat(answer().path("error").asString()).contains("out.csv cannot be written");
    }

    @Test
    void aFinishedOneIsPromoted() throws Exception {
        gateway.become("finished", 300, null);

        assertThat(run("promote", ID)).isZero();

        assertThat(terminal.answers())
                .isEqualTo(
                        "live chats are asked with 2026-12-1 from now on; ./dictamen prompt previous takes that back\n");
    }

    @Test
    void whatHasNotFinishedIsNotPromoted() throws Exception {
        assertThat(run("promote", ID)).isEqualTo(1);

        assertThat(terminal.answers()).isEqualTo("The gateway refused: only a finished replay is promoted\n");
    }

    @Test
    void aRunThatIsNotThereIsNotComparedWith() throws Exception {
        assertThat(run("compare", ID, "--with", "r-none")).isEqualTo(2);

        assertThat(terminal.answers()).contains("no replay to compare with");
    }

    @Test
    void aComparisonIsGivenAsJsonAsItIs() throws Exception {
        gateway.compareAs("{\"compared\":300}");

        assertThat(run("compare", ID, "-o", "json")).isZero();

        assertThat(terminal.answers()).isEqualTo("{\"compared\":300}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show r-none",
                "pause r-none",
                "rate r-none 3",
                "compare r-none",
                "promote r-none",
                "start r-none"
            })
    void anUnknownReplayEndsWithTwoAndSaysWhatToDo(String words) throws Exception {
        assertThat(run(words.split(" "))).isEqualTo(2);

        assertThat(terminal.answers()).contains("no such replay; ./dictamen replay list names them");
    }

    @Test
    void withoutAGatewayItEndsWithOneAndSaysWhereToLook() throws Exception {
        gateway.close();

        assertThat(run("list", "-o", "json")).isEqualTo(1);

        assertThat(answer().path("error").asString()).contains("logs/api-gateway.log");
    }

    @Test
    void withoutAStackItEndsWithOneAndSaysWhatToDo() throws Exception {
        terminal.close();

        assertThat(run("list")).isEqualTo(1);

        assertThat(terminal.answers()).contains("./dictamen run");
    }

    private int run(String... words) throws IOException {
        var all = new String[words.length + 1];
        all[0] = "replay";
        System.arraycopy(words, 0, all, 1, words.length);
        return terminal.run(all);
    }

    /** Somebody watches standard output from now on. */
    private void watched() throws IOException {
        terminal.close();
        terminal = new ReplayTerminal(folder.resolve("home"), gateway, true, Keyboard.NOBODY);
    }

    private JsonNode answer() {
        return JsonMapper.shared().readTree(terminal.answers());
    }
}
