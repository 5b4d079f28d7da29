package dev.dictamen.stack.status;

import dev.dictamen.stack.gateway.GatewayClient;
import dev.dictamen.stack.gateway.GatewayCommand;
import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dictamen replicas}: lists the model's replicas, takes one out and lets it in again. */
@Command(
        name = "replicas",
        description = "The model's replicas. The last order on one holds until the next, restarts included.",
        exitCodeList = {
            "0:done",
            "1:the stack is not usable",
            "2:wrong arguments or unknown replica",
            "3:calls still under way after 60 s (the order stands)"
        })
public final class ReplicasCommand {
    private static final String REPLICA = "HOST:PORT";
    private static final String AS_LISTED = "one of those that are listed";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(60));

    private final GatewayCommand gateway;
    private final Terminal terminal;

    public ReplicasCommand(Home home, StackSettings settings, Terminal terminal) {
        this.gateway = new GatewayCommand(home, settings, terminal);
        this.terminal = terminal;
    }

    @Command(description = "Each replica: state, breaker, calls in flight, pace, waste.")
    int list(
            @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "TEXT", description = "json, for programs")
                    OutputFormat format)
            throws IOException, InterruptedException {
        return gateway.run(
                "gateway.replicas",
                format,
                (client, address) -> actions(client, address).list(format));
    }

    @Command(description = "Sends it no new calls and waits until those under way have ended.")
    int drain(@Parameters(paramLabel = REPLICA, description = AS_LISTED) String replica)
            throws IOException, InterruptedException {
        return order((client, address) -> actions(client, address).drain(replica));
    }

    @Command(description = "Sends it calls again.")
    int resume(@Parameters(paramLabel = REPLICA, description = AS_LISTED) String replica)
            throws IOException, InterruptedException {
        return order((client, address) -> actions(client, address).resume(replica));
    }

    private int order(GatewayCommand.Question order) throws IOException, InterruptedException {
        return gateway.run("gateway.replicas", OutputFormat.TEXT, order);
    }

    private ReplicaActions actions(GatewayClient client, URI address) {
        return new ReplicaActions(client, address, terminal, PATIENCE);
    }
}
