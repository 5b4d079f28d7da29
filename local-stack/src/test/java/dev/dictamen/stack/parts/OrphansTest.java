package dev.dictamen.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    private static final String MARK = "600";

    @TempDir
    Path run;

    private final Process process = start();

    private static Process start() {
        try {
            return new ProcessBuilder("sleep", MARK).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void endProcess() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void endsAProcessThatAKilledLauncherLeftBehind() throws Exception {
        new PidFile(run.resolve("eval-worker.pid")).write(process.pid(), MARK);

        var ended = new Orphans(run).end();

        assertThat(ended).containsExactly("eval-worker");
        assertThat(process.isAlive()).isFalse();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void leavesAloneAnotherProgramThatGotThePidMeanwhile() throws Exception {
        new PidFile(run.resolve("eval-worker.pid")).write(process.pid(), "-Ddictamen.home=/some/where");

        var ended = new Orphans(run).end();

        assertThat(ended).isEmpty();
        assertThat(process.isAlive()).isTrue();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void passesOverPidsThatAreGoneAndFilesThatMakeNoSense() throws Exception {
        process.destroyForcibly().waitFor();
        new PidFile(run.resolve("gone.pid")).write(process.pid(), MARK);
        for (var text : List.of("", "abc def", "99999999999999999999 x")) {
            Files.writeString(run.resolve("odd" + text.length() + ".pid"), text);
        }

        assertThat(new Orphans(run).end()).isEmpty();
        assertThat(run).isEmptyDirectory();
    }
}
