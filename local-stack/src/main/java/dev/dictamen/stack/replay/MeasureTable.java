package dev.dictamen.stack.replay;

import dev.dictamen.stack.terminal.Table;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is measured of both runs, a measure a line: mean score, tokens, time, composite score. */
final class MeasureTable {
    private static final Map<String, String> USAGE = Map.of(
            "tokensIn", "tokens in",
            "tokensCached", "of them cached",
            "tokensReasoning", "tokens of reasoning",
            "tokensOut", "tokens out",
            "seconds", "seconds a verdict");

    private final Table table;

    private MeasureTable(String with, String run) {
        table = new Table("measure", with, run, "difference");
    }

    static List<String> of(JsonNode comparison, String with, String run) {
        var measures = new MeasureTable(with, run);
        var means = comparison.path("means");
        measures.row("mean score", means.path("with"), means.path("run"), 2);
        var usage = comparison.path("usage");
        List.of("tokensIn", "tokensCached", "tokensReasoning", "tokensOut", "seconds")
                .forEach(field -> measures.row(
                        USAGE.getOrDefault(field, field),
                        usage.path("with").path(field),
                        usage.path("run").path(field),
                        field.equals("seconds") ? 1 : 0));
        measures.composite(comparison.path("composite"));
        return measures.table.lines();
    }

    private void composite(JsonNode composite) {
        var before = composite.path("with");
        var now = composite.path("run");
        row("composite score", before.path("score"), now.path("score"), 3);
        composite.path("weights").propertyStream().forEach(weight -> {
            var name = "of it " + weight.getKey() + " (weight " + Figures.decimal(weight.getValue(), 2) + ")";
            var component = weight.getKey();
            row(
                    name,
                    before.path("components").path(component),
                    now.path("components").path(component),
                    3);
        });
    }

    private void row(String name, JsonNode with, JsonNode run, int places) {
        if (with.isNumber() || run.isNumber()) {
            table.row(name, Figures.decimal(with, places), Figures.decimal(run, places), delta(with, run, places));
        }
    }

    /** What is no difference in the figures shown is none. */
    private static String delta(JsonNode with, JsonNode run, int places) {
        if (!with.isNumber() || !run.isNumber()) {
            return "";
        }
        double scale = Math.pow(10, places);
        double delta = Math.round((run.asDouble() - with.asDouble()) * scale) / scale;
        return Figures.arrow(delta) + " " + Figures.signed(delta, places);
    }
}
