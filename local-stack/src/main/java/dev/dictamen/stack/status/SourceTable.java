package dev.dictamen.stack.status;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The followed databases as lines for a person: one each, with its problem at the end. */
final class SourceTable {
    private SourceTable() {}

    /** No lines at all where no database is followed. */
    static List<String> of(JsonNode sources) {
        var lines = new ArrayList<String>();
        if (!sources.isEmpty()) {
            lines.add("");
            lines.add(line("source", "state", "followed until", "waiting", "vanished", "scan", "problem"));
            sources.forEach(source -> lines.add(source(source)));
        }
        return lines;
    }

    private static String source(JsonNode source) {
        return line(
                StatusTable.text(source, "source"),
                StatusTable.text(source, "state"),
                dashIfEmpty(StatusTable.text(source, "followedUntil")),
                StatusTable.text(source, "waiting"),
                StatusTable.text(source, "vanished"),
                scan(source.path("scan")),
                StatusTable.text(source, "problem"));
    }

    private static String line(Object... columns) {
        return "  %-20s %-14s %-22s %-9s %-9s %-6s %s".formatted(columns).stripTrailing();
    }

    /** Never 100 % before the search ended: the total is an estimate. */
    private static String scan(JsonNode scan) {
        if (!scan.isObject()) {
            return "-";
        }
        if (!StatusTable.text(scan, "finishedAt").isEmpty()) {
            return "done";
        }
        long total = scan.path("total").asLong(0);
        return total == 0 ? "?" : Math.min(99, 100 * scan.path("done").asLong(0) / total) + " %";
    }

    private static String dashIfEmpty(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
