package dev.dictamen.stack.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.testing.RecordedTerminal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            int port = taken.getLocalPort();
            var run = new StackRun(new Home(folder), StackSettings.load(), terminal.terminal(), Clock.systemUTC());

            int exitCode = run.run(new RunOptions(true, port));

            assertThat(exitCode).isEqualTo(1);
            assertThat(terminal.text()).contains("port " + port + " is taken", "--port");
            assertThat(folder.resolve("kafka")).isEmptyDirectory();
        }
    }
}
