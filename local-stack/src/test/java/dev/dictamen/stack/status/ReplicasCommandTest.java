package dev.dictamen.stack.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.gateway.GatewayClient;
import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.testing.FakeGateway;
import dev.dictamen.stack.testing.RecordedTerminal;
import dev.dictamen.stack.testing.RunningHome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplicasCommandTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();

    @Test
    void listsEachReplicaOnOneLine() throws Exception {
        try (var gateway = new FakeGateway(7, 0)) {
            assertThat(actions(gateway, Duration.ZERO).list(OutputFormat.TEXT)).isZero();
        }

        assertThat(terminal.text())
                .containsPattern("gpu-1:8000 +ready +half-open +7 of 64 +1.0 s / - +60 +- +3 of 100 +\\(simulated\\)");
    }

    @Test
    void listsAsJson() throws Exception {
        try (var gateway = new FakeGateway(7, 0)) {
            assertThat(actions(gateway, Duration.ZERO).list(OutputFormat.JSON)).isZero();
        }

        assertThat(JsonMapper.shared().readTree(terminal.text()).at("/0/cap").asInt())
                .isEqualTo(64);
    }

    @Test
    void saysWhereToLookWhenNoWorkerReports() {
        assertThat(String.join("\n", ReplicaTable.of(JsonMapper.shared().readTree("[]"))))
                .contains("logs/eval-worker");
    }

    @Test
    void drainingWaitsUntilEveryWorkerObeysAndTheLastCallEnded() throws Exception {
        try (var gateway = new FakeGateway(6, 2)) {
            assertThat(actions(gateway, Duration.ofMinutes(1)).drain("gpu-1:8000"))
                    .isZero();

            assertThat(gateway.orders()).containsExactly("gpu-1:8000/drain");
        }
        assertThat(terminal.lines().getFirst()).isEqualTo("gpu-1:8000 gets no new calls; 6 under way end");
        assertThat(terminal.lines().getLast()).contains("is drained", "replicas resume gpu-1:8000");
    }

    @Test
    void drainingEndsWithThreeWhileCallsAreStillUnderWay() throws Exception {
        try (var gateway = new FakeGateway(6, 0)) {
            assertThat(actions(gateway, Duration.ofMillis(20)).drain("gpu-1:8000"))
                    .isEqualTo(3);
        }
        assertThat(terminal.text()).contains("still has 6 under way", "the order stands");
    }

    @Test
    void resumingOrdersAndEnds() throws Exception {
        try (var gateway = new FakeGateway(0, 0)) {
            assertThat(actions(gateway, Duration.ZERO).resume("gpu-1:8000")).isZero();

            assertThat(gateway.orders()).containsExactly("gpu-1:8000/resume");
        }
    }

    @Test
    void anUnknownReplicaEndsWithTwoAndNamesThoseThatAre() throws Exception {
        try (var gateway = new FakeGateway(0, 0)) {
            assertThat(run(gateway, FakeGateway.TOKEN, "drain", "gpu-2/..:8000"))
                    .isEqualTo(2);
        }
        assertThat(terminal.text()).contains("there are gpu-1:8000");
    }

    @Test
    void aRefusalEndsWithOneAndStaysJsonWhenJsonWasAskedFor() throws Exception {
        try (var gateway = new FakeGateway(0, 0)) {
            assertThat(run(gateway, "wrong", "list", "-o", "json")).isEqualTo(1);
        }
        assertThat(JsonMapper.shared().readTree(terminal.text()).path("error").asString())
                .contains("not signed in");
    }

    @Test
    void endsWithOneAndSaysWhatToDoWhileNoStackRuns() throws Exception {
        var command = new ReplicasCommand(new Home(folder), StackSettings.load(), terminal.terminal());

        assertThat(command.drain("gpu-1:8000")).isEqualTo(1);
        assertThat(terminal.text()).contains("./dictamen run");
    }

    private ReplicaActions actions(FakeGateway gateway, Duration most) {
        var client = new GatewayClient(FakeGateway.TOKEN);
        return new ReplicaActions(client, gateway.address(), terminal.terminal(), new Patience(MOMENT, most));
    }

    private int run(FakeGateway gateway, String token, String... words) throws Exception {
        try (var running = new RunningHome(folder, gateway.address(), token)) {
            var command = new ReplicasCommand(running.home(), StackSettings.load(), terminal.terminal());
            return Commands.of(terminal.terminal(), command).execute(words);
        }
    }
}
