package dev.dictamen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.simulator.testing.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process. */
class SimulatorMainIT {
    @TempDir
    Path folder;

    private @Nullable Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void abortsWhatRunsOnSigterm() throws Exception {
        var journal = folder.resolve("journal.ndjson");
        var started = start("--port=0", "--time-to-first-token=10m", "--journal-file=" + journal);
        var client = Client.of(port(started.inputReader()));
        var running = client.askAsync("e1/1");
        await().until(() -> client.send(client.request("/load")).body().equals("{\"server_load\":1}"));

        started.destroy();

        assertThat(Client.choice(running.join()).path("finish_reason").asString())
                .isEqualTo("abort");
        assertThat(started.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(journal)).contains("\"outcome\":\"stopped\"");
    }

    @Test
    void namesAWrongFlagAndExitsWith2() throws Exception {
        var started = start("--max-num-seqs=none");

        assertThat(started.waitFor()).isEqualTo(2);
        assertThat(started.errorReader().readLine()).contains("max-num-seqs");
    }

    private Process start(String... flags) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(flags));
        var started = new ProcessBuilder(command).start();
        process = started;
        return started;
    }

    private static int port(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("port=")) {
                return Integer.parseInt(line.substring("port=".length()));
            }
        }
        throw new IOException("the simulator ended without saying its port");
    }
}
