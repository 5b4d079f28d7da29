package dev.dictamen.stack.status;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.RunningAddresses;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** {@code ./dictamen replicas}: lists the model's replicas, takes one out and lets it in again. */
public final class ReplicasCommand {
    private static final ReplicaActions.Waiting WAITING =
            new ReplicaActions.Waiting(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final String USAGE = """
            Usage: ./dictamen replicas list [-o json]   each replica: state, breaker, calls in flight, pace, waste
                   ./dictamen replicas drain HOST:PORT  send it no new calls and wait until those under way ended
                   ./dictamen replicas resume HOST:PORT send it calls again

            The last order on a replica holds until the next one, restarts included.
            Exit 0 done, 1 the stack is not usable, 2 wrong arguments or unknown replica,
            3 calls still under way after 60 s (the order stands).""";

    private final Home home;
    private final Terminal terminal;
    private final RunningAddresses addresses;

    public ReplicasCommand(Home home, StackSettings settings, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.addresses = new RunningAddresses(home, settings);
    }

    public int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            terminal.say(USAGE);
            return ReplicaActions.DONE;
        }
        if (!isKnown(arguments)) {
            terminal.say(USAGE);
            return ReplicaActions.UNKNOWN;
        }
        boolean json = arguments.getLast().equals("json");
        var address = addresses.find("gateway.replicas", "GATEWAY_PORT");
        if (address.isEmpty()) {
            ReplicaActions.complain(terminal, RunningAddresses.NOT_RUNNING, json);
            return ReplicaActions.UNUSABLE;
        }
        try {
            return act(new ReplicaActions(GatewayClient.of(home), address.get(), terminal, WAITING), arguments);
        } catch (IOException away) {
            ReplicaActions.complain(terminal, "The gateway does not answer; see logs/api-gateway.log", json);
            return ReplicaActions.UNUSABLE;
        }
    }

    private static boolean isKnown(List<String> arguments) {
        return arguments.equals(List.of("list"))
                || arguments.equals(List.of("list", "-o", "json"))
                || (arguments.size() == 2 && List.of("drain", "resume").contains(arguments.getFirst()));
    }

    private static int act(ReplicaActions replicas, List<String> arguments) throws IOException, InterruptedException {
        return switch (arguments.getFirst()) {
            case "drain" -> replicas.drain(arguments.getLast());
            case "resume" -> replicas.resume(arguments.getLast());
            default -> replicas.list(arguments.size() > 1);
        };
    }
}
