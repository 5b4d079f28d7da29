package dev.dictamen.stack.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.testing.FakeCheck;
import dev.dictamen.stack.testing.RecordedTerminal;
import dev.dictamen.stack.testing.RunningHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();
    private FakeCheck ingest;

    @BeforeEach
    void start() throws IOException {
        ingest = new FakeCheck();
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void nothingMissingIsSaidWithItsSpan() throws Exception {
        ingest.ends("finished", 1240, 0, 0);

        assertThat(run("--since", "7d")).isZero();

        assertThat(ingest.query()).contains("onlyLook=false").contains("since=7d");
        assertThat(terminal.text())
                .isEqualTo(
                        "Closed from 2026-11-13T09:00:00Z to 2026-11-20T08:58:00Z: 1,240 closed chats compared, 0 missing\n");
    }

    @Test
    void whatWasMissingIsNamedWithWhatBecameOfIt() throws Exception {
        ingest.ends("finished", 1240, 3, 2);

        assertThat(run()).isEqualTo(3);

        assertThat(terminal.text())
                .contains("1,240 closed chats compared, 3 missing\n  id-0, id-1, …\n")
                .contains("2 of them were read and published; one that is not is left out by the mapping.");
    }

    @Test
    void onlyLookingPublishesNothingAndSaysSo() throws Exception {
        ingest.ends("finished", 10, 1, 0);

        assertThat(run("--only-look")).isEqualTo(3);

        assertThat(ingest.query()).contains("onlyLook=true");
        assertThat(terminal.text()).contains("Nothing was published; without --only-look they are.");
    }

    @Test
    void aProgramGetsTheReport() throws Exception {
        ingest.ends("finished", 10, 0, 0);

        assertThat(run("-o", "json")).isZero();

        assertThat(JsonMapper.shared().readTree(terminal.text()).path("closed").asInt())
                .isEqualTo(10);
    }

    @Test
    void aCheckThatFailsSaysWhy() throws Exception {
        ingest.ends("failed", 10, 0, 0);

        assertThat(run()).isEqualTo(1);

        assertThat(terminal.text()).contains("Stopped: the database went away");
    }

    @Test
    void refusalsAreSentences() throws Exception {
        ingest.refuses(404, "");
        assertThat(run()).isEqualTo(1);
        assertThat(terminal.text()).contains("No database is followed: SOURCE_URL names none");

        ingest.refuses(400, "{\"detail\":\"since is x, but must be like 90d\"}");
        assertThat(run("--since", "x")).isEqualTo(2);
        assertThat(terminal.text()).contains("since is x, but must be like 90d");
    }

    @Test
    void withoutARunningStackNothingIsAsked() throws Exception {
        var home = new Home(folder.resolve("none"));
        var command =
                Commands.of(terminal.terminal(), new CheckCommand(home, StackSettings.load(), terminal.terminal()));

        assertThat(command.execute()).isEqualTo(1);
        assertThat(terminal.text()).contains("The local stack is not running here");
    }

    private int run(String... arguments) throws Exception {
        try (var running = new RunningHome(folder, ingest.address(), "token")) {
            new EnvFile(running.home().addressesFile())
                    .write(Map.of(
                            "INGEST_PORT", Integer.toString(ingest.address().getPort())));
            var command = new CheckCommand(running.home(), StackSettings.load(), terminal.terminal());
            return Commands.of(terminal.terminal(), command).execute(arguments);
        }
    }
}
