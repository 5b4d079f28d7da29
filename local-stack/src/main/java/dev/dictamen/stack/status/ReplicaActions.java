package dev.dictamen.stack.status;

import dev.dictamen.stack.gateway.GatewayClient;
import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.OutputFormat;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What can be asked of the replicas through the gateway; each answers with the command's exit code. */
final class ReplicaActions {
    private final GatewayClient gateway;
    private final URI address;
    private final Terminal terminal;
    private final Patience patience;

    /**
     * @param address of the gateway's replicas
     * @param patience how long a drain is watched
     */
    ReplicaActions(GatewayClient gateway, URI address, Terminal terminal, Patience patience) {
        this.gateway = gateway;
        this.address = address;
        this.terminal = terminal;
        this.patience = patience;
    }

    int list(OutputFormat format) throws IOException, InterruptedException {
        var replicas = gateway.get(address);
        if (format.isJson()) {
            terminal.say(replicas.toString());
        } else {
            ReplicaTable.of(replicas).forEach(terminal::say);
        }
        return ExitCode.DONE;
    }

    int resume(String replica) throws IOException, InterruptedException {
        order(replica, "resume");
        terminal.say(replica + " gets calls again; every worker obeys within seconds");
        return ExitCode.DONE;
    }

    int drain(String replica) throws IOException, InterruptedException {
        order(replica, "drain");
        terminal.say(replica + " gets no new calls; " + inFlight(find(replica)) + " under way end");
        long end = System.nanoTime() + patience.most().toNanos();
        while (System.nanoTime() < end) {
            var found = find(replica);
            if (isDrained(found)) {
                terminal.say(
                        replica + " is drained; ./dictamen replicas resume " + replica + " lets calls go there again");
                return ExitCode.DONE;
            }
            terminal.draw("  … " + inFlight(found) + " under way");
            Thread.sleep(patience.every());
        }
        terminal.say(replica + " still has " + inFlight(find(replica)) + " under way after "
                + patience.most().toSeconds() + " s; the order stands, no new calls go there");
        return ExitCode.PARTLY;
    }

    private void order(String replica, String action) throws IOException, InterruptedException {
        var segment = URLEncoder.encode(replica, StandardCharsets.UTF_8);
        gateway.post(URI.create(address + "/" + segment + "/" + action));
    }

    private JsonNode find(String replica) throws IOException, InterruptedException {
        return gateway.get(address)
                .valueStream()
                .filter(found -> found.path("replica").asString("").equals(replica))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Every worker obeys and has nothing there; or no worker is left. */
    private static boolean isDrained(JsonNode replica) {
        return replica.path("inFlight").asLong(0) == 0
                && replica.path("reports")
                        .valueStream()
                        .allMatch(report -> report.path("state").asString("").equals("draining"));
    }

    private static long inFlight(JsonNode replica) {
        return replica.path("inFlight").asLong(0);
    }
}
