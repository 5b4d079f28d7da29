package dev.dictamen.stack.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {
    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();

    @Test
    void endsWithOneAndSaysWhatToDoWhileNoStackRuns() throws Exception {
        assertThat(run()).isEqualTo(1);
        assertThat(terminal.text()).contains("./dictamen run");
    }

    @Test
    void staysJsonWhenJsonWasAskedFor() throws Exception {
        assertThat(run("-o", "json")).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(terminal.text()).path("error").asString())
                .contains("not running");
    }

    @Test
    void showsLedgerLagAndReplicas() {
        var status = JsonMapper.shared().readTree("""
                        {"ledger":{"closed":5,"scored":3,"skipped":1,"failed":0,"inFlight":1,"oldestInFlightSeconds":7},
                         "topics":[{"topic":"chats","group":"worker","lag":42}],
                         "replicas":[{"replica":"one","state":"ready","inFlight":3,"cap":32,"simulated":true}]}
                        """);

        var text = String.join("\n", StatusTable.of(status));

        assertThat(text)
                .contains("closed 5 = scored 3 + skipped 1 + failed 0 + in flight 1 (oldest 7 s)")
                .containsPattern("chats +worker +42")
                .containsPattern("one +ready +3 of 32  \\(simulated\\)");
    }

    @Test
    void saysWhichSettingMendsAReplicaThatIsSetUpWrongly() {
        var status = JsonMapper.shared().readTree("""
                        {"replicas":[{"replica":"gpu-1:8000","state":"ready","setupFault":"answer_elsewhere"},
                                     {"replica":"gpu-2:8000","state":"ready","setupFault":null},
                                     {"replica":"gpu-3:8000","state":"unreachable","setupFault":"of_a_later_version"}]}
                        """);

        assertThat(StatusTable.of(status))
                .anyMatch(line -> line.startsWith("gpu-1:8000 is set up wrongly")
                        && line.contains("--structured-outputs-config.enable_in_reasoning"))
                .contains("gpu-3:8000 is set up wrongly: of_a_later_version")
                .noneMatch(line -> line.startsWith("gpu-2:8000 is"));
        assertThat(ReplicaTable.of(status.path("replicas")))
                .anyMatch(line -> line.startsWith("gpu-1:8000 is set up wrongly"));
    }

    @Test
    void saysInOneLineWhetherTheObjectiveIsMet() {
        var met = JsonMapper.shared().readTree("""
                        {"slo":{"objectiveSeconds":30,"breached":false,"since":null,"oldestSeconds":null,"late":0}}
                        """);
        var breached = JsonMapper.shared().readTree("""
                        {"ledger":{"inFlight":9,"provisional":4,"oldestInFlightSeconds":61},
                         "slo":{"objectiveSeconds":30,"breached":true,"since":"2026-11-20T12:00:30Z","oldestSeconds":61,"late":5}}
                        """);

        assertThat(StatusTable.of(met)).contains("objective of 30 s met");
        assertThat(String.join("\n", StatusTable.of(breached)))
                .contains("in flight 9 (provisional 4, oldest 61 s)")
                .contains("objective of 30 s breached since 2026-11-20T12:00:30Z: 5 late, the oldest waits 61 s");
    }

    @Test
    void showsWhyChatsWereSkipped() {
        var status = JsonMapper.shared().readTree("""
                        {"ledger":{"skipped":3,"skippedBy":{"too_large":1,"vanished":2},"failedBy":{"dead_letter":1}}}
                        """);

        assertThat(StatusTable.of(status)).contains("skipped: too_large 1, vanished 2", "failed: dead_letter 1");
    }

    @Test
    void showsEachSourceOnOneLine() {
        var status = JsonMapper.shared().readTree("""
                        {"sources":[
                          {"source":"livehelperchat","state":"following","problem":null,"followedUntil":"2026-11-20T09:21:31Z",
                           "waiting":2,"vanished":1,"reconciled":3,"scan":{"done":48000,"total":120000,"finishedAt":null}},
                          {"source":"whaticket","state":"misconfigured","problem":"binlog_format is STATEMENT; set it to ROW",
                           "followedUntil":null,"waiting":0,"vanished":0,"reconciled":0,"scan":null},
                          {"source":"old","state":"following","problem":null,"followedUntil":null,"waiting":0,"vanished":0,
                           "reconciled":0,"hint":"no index finds chats","scan":{"done":9,"total":8,"finishedAt":"2026-11-20T09:21:31Z"}}]}
                        """);

        assertThat(String.join("\n", StatusTable.of(status)))
                .containsPattern("livehelperchat +following +2026-11-20T09:21:31Z +2 +1 +3 +40 %\n")
                .containsPattern("whaticket +misconfigured +- +0 +0 +0 +- +binlog_format is STATEMENT; set it to ROW\n")
                .containsPattern("old +following +- +0 +0 +0 +done +no index finds chats$");
    }

    @Test
    void saysNothingOfSourcesWhereNoneIsFollowed() {
        var status = JsonMapper.shared().readTree("{\"sources\":[]}");

        assertThat(String.join("\n", StatusTable.of(status))).doesNotContain("source");
    }

    private int run(String... arguments) throws Exception {
        var command = new StatusCommand(new Home(folder), StackSettings.load(), terminal.terminal());
        return Commands.of(terminal.terminal(), command).execute(arguments);
    }
}
