package dev.dictamen.stack.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void givesDifferentPortsThatAreFree() throws Exception {
        var ports = new Ports(StackSettings.load(), new Random(1));
        var given = new HashSet<Integer>();

        for (int i = 0; i < 12; i++) {
            given.add(ports.next());
        }

        assertThat(given).hasSize(12).allMatch(ports::isFree);
    }

    @Test
    void aTakenGatewayPortIsNamedWithTheRemedyAndNothingIsStarted() throws Exception {
        var terminal = new RecordedTerminal();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            int exitCode = new RunCommand(new Home(folder), StackSettings.load(), terminal.terminal())
                    .run(List.of("--port", port));

            assertThat(exitCode).isEqualTo(1);
            assertThat(terminal.text()).contains("port " + port + " is taken", "--port");
            assertThat(folder.resolve("kafka")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 0", "--port 70000", "--demo", "somewhere"})
    void argumentsThatMakeNoSenseAreRefused(String words) {
        assertThat(RunOptions.parse(List.of(words.split(" ")), 8080)).isEmpty();
    }

    @Test
    void theUsualPortAndTheDemoAreTheDefault() {
        assertThat(RunOptions.parse(List.of(), 8080)).hasValue(new RunOptions(true, 8080));
        assertThat(RunOptions.parse(List.of("--port", "9090", "--no-demo"), 8080))
                .hasValue(new RunOptions(false, 9090));
    }
}
