package dev.dictamen.stack.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The replicas as lines for a person: one each, as all workers together find it. */
final class ReplicaTable {
    private ReplicaTable() {}

    static List<String> of(JsonNode replicas) {
        if (replicas.isEmpty()) {
            return List.of("No worker reports a replica; see logs/eval-worker*.log");
        }
        var lines = new ArrayList<String>();
        lines.add(line("replica", "state", "breaker", "in flight", "p50 / p95", "tokens/s", "waiting", "wasted", ""));
        replicas.forEach(replica -> lines.add(replica(replica)));
        return lines;
    }

    private static String replica(JsonNode replica) {
        return line(
                StatusTable.text(replica, "replica"),
                StatusTable.text(replica, "state"),
                StatusTable.text(replica, "breaker").replace('_', '-'),
                StatusTable.text(replica, "inFlight") + " of " + StatusTable.text(replica, "cap"),
                seconds(replica.path("p50Millis")) + " / " + seconds(replica.path("p95Millis")),
                Math.round(replica.path("tokensPerSecond").asDouble(0)),
                dashIfEmpty(StatusTable.text(replica, "serverWaiting")),
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

    private static String dashIfEmpty(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String line(Object... columns) {
        return "  %-28s %-12s %-10s %-12s %-16s %-9s %-8s %-14s %s"
                .formatted(columns)
                .stripTrailing();
    }
}
