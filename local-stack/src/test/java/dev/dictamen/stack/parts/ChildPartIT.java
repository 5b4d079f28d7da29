package dev.dictamen.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.dictamen.stack.testing.JavaChild;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildPartIT {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();

    @Test
    void aChildThatDiesIsStartedAgainAndTheTerminalSaysSo() throws Exception {
        var part = part(note().toString());
        part.start();
        try {
            long first = pid();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(AT_MOST).until(() -> Files.exists(note()) && pid() != first);
            await().atMost(AT_MOST).until(() -> terminal.text().contains("child is back"));
            assertThat(terminal.text()).contains("child ended with exit code 137; starting it again in 0.5 s");
        } finally {
            part.stop();
        }
    }

    @Test
    void aStoppedChildIsGoneAndStaysGone() throws Exception {
        var part = part(note().toString());
        part.start();
        long pid = pid();

        part.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("child.pid")).doesNotExist();
        assertThat(terminal.text()).isEmpty();
    }

    @Test
    void aChildThatCannotStartNamesItsReasonAndItsLog() {
        var part = part("fail");

        var failure = catchThrowableOfType(PartFailedException.class, part::start);
        part.stop();

        assertThat(failure.part()).isEqualTo("child");
        assertThat(failure.reason()).isEqualTo("ended with exit code 7: ERROR the disk is full");
        assertThat(failure.remedy()).contains(folder.resolve("child.log").toString());
    }

    @Test
    void stoppingWhatNeverStartedDoesNothing() {
        part("fail").stop();

        assertThat(terminal.text()).isEmpty();
    }

    private ChildPart part(String argument) {
        var files = new Launch.Files(folder, folder.resolve("child.log"), folder.resolve("child.pid"));
        var command = JavaChild.command(TestChild.class, argument);
        var launch = new Launch("child", command, Map.of(), files, AT_MOST, AT_MOST);
        return new ChildPart(launch, "TestChild", () -> Files.exists(note()) && pid() > 0, terminal.terminal());
    }

    private Path note() {
        return folder.resolve("note");
    }

    private long pid() {
        try {
            return List.of(Files.readString(note())).stream()
                    .filter(text -> !text.isEmpty())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
