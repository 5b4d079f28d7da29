package dev.dictamen.stack.status;

import dev.dictamen.stack.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The gateway's status as lines for a person. */
final class StatusTable {
    private StatusTable() {}

    static List<String> of(JsonNode status) {
        var lines = new ArrayList<String>();
        lines.add(ledger(status.path("ledger")));
        reasons("skipped", status.path("ledger").path("skippedBy")).ifPresent(lines::add);
        reasons("failed", status.path("ledger").path("failedBy")).ifPresent(lines::add);
        slo(status.path("slo")).ifPresent(lines::add);
        for (var table : List.of(
                topics(status.path("topics")),
                replicas(status.path("replicas")),
                SetupFaults.of(status.path("replicas")),
                SourceTable.of(status.path("sources")))) {
            if (!table.isEmpty()) {
                lines.add("");
                lines.addAll(table);
            }
        }
        return lines;
    }

    private static List<String> topics(JsonNode topics) {
        var table = new Table("topic", "group", "lag");
        topics.forEach(topic -> table.row(text(topic, "topic"), text(topic, "group"), text(topic, "lag")));
        return table.lines();
    }

    private static List<String> replicas(JsonNode replicas) {
        var table = new Table("replica", "state", "calls in flight");
        replicas.forEach(replica -> table.row(
                text(replica, "replica"),
                text(replica, "state"),
                text(replica, "inFlight") + " of " + text(replica, "cap")
                        + (replica.path("simulated").asBoolean(false) ? "  (simulated)" : "")));
        return table.lines();
    }

    private static String ledger(JsonNode ledger) {
        var oldest = text(ledger, "oldestInFlightSeconds");
        return "closed %s = scored %s + skipped %s + failed %s + in flight %s%s"
                .formatted(
                        text(ledger, "closed"),
                        text(ledger, "scored"),
                        text(ledger, "skipped"),
                        text(ledger, "failed"),
                        text(ledger, "inFlight"),
                        details(text(ledger, "provisional"), oldest));
    }

    /** What is known of the chats in flight: how many show a provisional verdict, and how long the oldest waits. */
    private static String details(String provisional, String oldest) {
        var known = new ArrayList<String>();
        if (!provisional.isEmpty() && !provisional.equals("0")) {
            known.add("provisional " + provisional);
        }
        if (!oldest.isEmpty()) {
            known.add("oldest " + oldest + " s");
        }
        return known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
    }

    private static Optional<String> slo(JsonNode slo) {
        if (!slo.isObject()) {
            return Optional.empty();
        }
        var objective = "objective of " + text(slo, "objectiveSeconds") + " s";
        return Optional.of(
                slo.path("breached").asBoolean(false)
                        ? "%s breached since %s: %s late, the oldest waits %s s"
                                .formatted(objective, text(slo, "since"), text(slo, "late"), text(slo, "oldestSeconds"))
                        : objective + " met");
    }

    private static Optional<String> reasons(String outcome, JsonNode reasons) {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(reasons.propertyStream()
                        .map(reason -> reason.getKey() + " " + reason.getValue().asString(""))
                        .collect(Collectors.joining(", ", outcome + ": ", "")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
