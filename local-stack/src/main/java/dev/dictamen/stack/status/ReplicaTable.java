package dev.dictamen.stack.status;

import dev.dictamen.stack.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The replicas as lines for a person: one each, as all workers together find it. */
final class ReplicaTable {
    private ReplicaTable() {}

    static List<String> of(JsonNode replicas) {
        if (replicas.isEmpty()) {
            return List.of("No worker reports a replica; see logs/eval-worker*.log");
        }
        var table =
                new Table("replica", "state", "breaker", "in flight", "p50 / p95", "tokens/s", "waiting", "wasted", "");
        replicas.forEach(replica -> add(replica, table));
        return Stream.concat(table.lines().stream(), SetupFaults.of(replicas).stream())
                .toList();
    }

    private static void add(JsonNode replica, Table table) {
        table.row(
                replica.path("replica").asString(""),
                replica.path("state").asString(""),
                replica.path("breaker").asString("").replace('_', '-'),
                replica.path("inFlight").asString("") + " of "
                        + replica.path("cap").asString(""),
                seconds(replica.path("p50Millis")) + " / " + seconds(replica.path("p95Millis")),
                Math.round(replica.path("tokensPerSecond").asDouble(0)),
                replica.path("serverWaiting").asString(""),
                wasted(replica),
                replica.path("simulated").asBoolean(false) ? "(simulated)" : "");
    }

    /** Of all calls that ended. */
    private static String wasted(JsonNode replica) {
        long wasted = replica.path("wasted").asLong(0);
        return wasted + " of " + (wasted + replica.path("answered").asLong(0));
    }

    private static String seconds(JsonNode millis) {
        return millis.isNumber() ? String.format(Locale.ROOT, "%.1f s", millis.asDouble() / 1000) : "-";
    }
}
