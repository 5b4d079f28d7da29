package dev.dictamen.stack.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.nio.file.Path;
import java.util.List;
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
    void refusesArgumentsItDoesNotKnow() throws Exception {
        assertThat(run("-o", "xml")).isEqualTo(2);
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

    private int run(String... arguments) throws Exception {
        return new StatusCommand(new Home(folder), StackSettings.load(), terminal.terminal()).run(List.of(arguments));
    }
}
