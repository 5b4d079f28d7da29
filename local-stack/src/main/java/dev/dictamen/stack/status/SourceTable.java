package dev.dictamen.stack.status;

import dev.dictamen.stack.terminal.Table;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The followed databases as lines for a person: one each, with its problem at the end. */
final class SourceTable {
    private SourceTable() {}

    /** No lines at all where no database is followed. */
    static List<String> of(JsonNode sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        var table =
                new Table("source", "state", "complete until", "waiting", "vanished", "reconciled", "scan", "problem");
        sources.forEach(source -> table.row(
                source.path("source").asString(""),
                source.path("state").asString(""),
                source.path("followedUntil").asString(""),
                source.path("waiting").asString(""),
                source.path("vanished").asString(""),
                source.path("reconciled").asString(""),
                scan(source.path("scan")),
                said(source)));
        return table.lines();
    }

    /** Why it does not follow, or else what could be better. */
    private static String said(JsonNode source) {
        var problem = source.path("problem").asString("");
        return problem.isEmpty() ? source.path("hint").asString("") : problem;
    }

    /** Never 100 % before the search ended: the total is an estimate. */
    private static String scan(JsonNode scan) {
        if (!scan.isObject()) {
            return "";
        }
        if (!scan.path("finishedAt").asString("").isEmpty()) {
            return "done";
        }
        long total = scan.path("total").asLong(0);
        return total == 0 ? "?" : Math.min(99, 100 * scan.path("done").asLong(0) / total) + " %";
    }
}
