package dev.dictamen.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.terminal.Dialogue;
import dev.dictamen.stack.terminal.Keyboard;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();
    private final RecordedTerminal notices = new RecordedTerminal();
    private final StringWriter complaints = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | Missing required subcommand",
                "walk | 'walk'",
                "run --port | --port",
                "run --port x | 'x' is not a port",
                "run --port 0 | '0' is not a port",
                "run --port 70000 | '70000' is not a port",
                "run --demo | --demo",
                "run somewhere | 'somewhere'",
                "import | FILE",
                "import one two | 'two'",
                "status -o xml | [TEXT, JSON]",
                "status now | 'now'",
                "replicas | Missing required subcommand",
                "replicas drain | HOST:PORT",
                "replicas stop gpu-1:8000 | 'stop'",
                "replay | Missing required subcommand",
                "replay stop r-1234 | 'stop'",
                "replay show | ID",
                "replay rate r-1234 | N|none",
                "replay rate r-1234 0 | '0' is no rate",
                "replay rate r-1234 fast | 'fast' is no rate",
                "replay export r-1234 --format xml | [CSV, JSONL]",
                "replay create --mode try | [COMPARE, REPLACE]",
                "replay create --score awful | GREAT]",
                "replay create --from yesterday | 'yesterday' is no time",
                "replay create --from 2026-11-20T09:00:00 | is no time",
                "replay create --from 2026-13-01 | is no time",
                "replay create --from 2026-11-20 --to 2026-11-20T00:00:00Z | --from is not before --to",
                "replay create --offsets closed:3 | is no stretch of offsets",
                "replay create --offsets closed:3:9-4 | ends before it begins",
                "replay create --all --from 2026-11-20 | mutually exclusive",
                "replay create --seed 4 | --sample",
                "replay create --rate -3 | '-3' is no rate",
                "replay create --temperature warm | 'warm'",
                "prompt | Missing required subcommand",
                "prompt show | VERSION",
                "prompt add v2 --task t | --instructions",
                "demo | Missing required subcommand",
                "demo end | 'end'"
            })
    void whatMakesNoSenseEndsWithTwoAndIsNamed(String words, String named) throws IOException {
        assertThat(run(words)).isEqualTo(2);
        assertThat(complaints.toString()).contains(named);
        assertThat(terminal.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --help | --no-demo",
                "import -h | 3   some lines were rejected",
                "status --help | 1   it is not",
                "replicas --help | 3   calls still under way",
                "replicas drain --help | HOST:PORT",
                "replay --help | create",
                "replay create --help | its start in UTC",
                "replay create --help | one past the last",
                "replay show --help | --watch",
                "prompt add --help | {delimiter}",
                "demo --help | pause"
            })
    void helpSaysWhatCanBeAskedAndHowItEnds(String words, String says) throws IOException {
        assertThat(run(words)).isZero();
        assertThat(terminal.text()).contains("Usage: ./dictamen " + words.split(" ")[0], says);
    }

    @Test
    void theUsualPortIsTheOneOfTheSettings() throws IOException {
        run("run --help");

        assertThat(terminal.text()).contains("8080");
    }

    private int run(String words) throws IOException {
        return Main.commands(new Home(folder), new Dialogue(terminal.terminal(), notices.terminal(), Keyboard.NOBODY))
                .setErr(new PrintWriter(complaints))
                .execute(words.isEmpty() ? new String[0] : words.split(" "));
    }
}
