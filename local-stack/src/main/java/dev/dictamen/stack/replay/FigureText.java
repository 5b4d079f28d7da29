package dev.dictamen.stack.replay;

import dev.dictamen.stack.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What customers and the source say of the chats of a comparison, and which tools would serve them, as lines for a person. */
final class FigureText {
    private FigureText() {}

    /** No lines where nobody says anything. */
    static List<String> of(JsonNode comparison) {
        var lines = new ArrayList<String>();
        customers(comparison.path("customers"), lines);
        figures(comparison.path("figures"), lines);
        return lines;
    }

    private static void customers(JsonNode customers, List<String> lines) {
        if (customers.isObject()) {
            lines.add("customers: %s chats with a customer's own score, %s on average"
                    .formatted(Figures.count(customers.path("count")), Figures.decimal(customers.path("meanCsat"), 2)));
            lines.add("  before: " + agreement(customers.path("with")));
            lines.add("  replay: " + agreement(customers.path("run")));
        }
    }

    private static String agreement(JsonNode run) {
        var kappa = run.path("kappaQuadratic");
        return "exact %s, within one %s, quadratic kappa %s, mean %s"
                .formatted(
                        Figures.percent(run.path("exact")),
                        Figures.percent(run.path("withinOne")),
                        Figures.decimal(kappa.isObject() ? kappa.path("value") : kappa, 3),
                        Figures.decimal(run.path("mean"), 2));
    }

    private static void figures(JsonNode figures, List<String> lines) {
        if (!figures.isObject()) {
            return;
        }
        var means = figures.path("means");
        lines.add("source: %s conversations, %s resolved, CSAT %s, %s turns, %s s long, latency %s s"
                .formatted(
                        Figures.count(figures.path("conversations")),
                        Figures.percent(means.path("resolutionRate")),
                        Figures.decimal(means.path("csat"), 2),
                        Figures.decimal(means.path("turns"), 2),
                        Figures.decimal(means.path("durationSeconds"), 1),
                        Figures.decimal(means.path("latencySeconds"), 1)));
        if (!figures.path("intents").isEmpty()) {
            lines.addAll(tools(figures.path("intents")));
        }
    }

    /** By their worth, the greatest first. */
    private static List<String> tools(JsonNode intents) {
        var table = new Table("tool", "worth", "intent", "chats", "unresolved", "CSAT", "effort");
        intents.valueStream()
                .sorted((one, other) -> Double.compare(
                        other.path("score").asDouble(0), one.path("score").asDouble(0)))
                .forEach(intent -> table.row(
                        ReplayText.text(intent, "tool"),
                        Figures.decimal(intent.path("score"), 3),
                        ReplayText.text(intent, "intent"),
                        Figures.count(intent.path("frequency")),
                        Figures.percent(intent.path("unresolvedRate")),
                        Figures.decimal(intent.path("meanCsat"), 2),
                        Figures.count(intent.path("effort"))));
        return table.lines();
    }
}
