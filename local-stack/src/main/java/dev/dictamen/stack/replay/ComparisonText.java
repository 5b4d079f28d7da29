package dev.dictamen.stack.replay;

import dev.dictamen.stack.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Two runs over the same chats beside each other, as lines for a person. */
final class ComparisonText {
    private static final String[] SCORES = {"horrible", "bad", "neutral", "good", "great"};

    private final JsonNode comparison;
    private final String with;
    private final String run;

    private ComparisonText(JsonNode comparison) {
        this.comparison = comparison;
        this.with = label(comparison.path("with"), "live");
        this.run = label(comparison.path("run"), "replay");
    }

    static List<String> of(JsonNode comparison) {
        var text = new ComparisonText(comparison);
        return Stream.of(
                        text.head(),
                        text.matrix(),
                        text.shares(),
                        text.agreement(),
                        MeasureTable.of(comparison, text.with, text.run),
                        FigureText.of(comparison))
                .filter(part -> !part.isEmpty())
                .reduce((before, after) -> Stream.of(before, List.of(""), after)
                        .flatMap(List::stream)
                        .toList())
                .orElse(List.of());
    }

    private static String label(JsonNode run, String otherwise) {
        var id = ReplayText.text(run, "id");
        return id.isEmpty() ? otherwise : id;
    }

    private List<String> head() {
        return List.of(
                named(comparison.path("run"), run) + " beside " + named(comparison.path("with"), with),
                "%s chats in both; %s in %s alone, %s in %s alone"
                        .formatted(
                                Figures.count(comparison.path("compared")),
                                Figures.count(comparison.path("onlyInRun")),
                                run,
                                Figures.count(comparison.path("onlyInWith")),
                                with));
    }

    private static String named(JsonNode run, String label) {
        var prompt = ReplayText.text(run, "promptVersion");
        var known = Stream.of(
                        ReplayText.text(run, "name"),
                        prompt.isEmpty() ? "" : "prompt " + prompt,
                        ReplayText.text(run, "model"))
                .filter(word -> !word.isEmpty() && !word.equals(label))
                .toList();
        return label
                + (known.isEmpty() ? "" : " (" + String.join(", ", known) + ")")
                + (run.path("simulated").asBoolean(false) ? " (simulated)" : "");
    }

    private List<String> matrix() {
        var table = new Table(Stream.concat(Stream.of(with + " ↓ " + run + " →"), Stream.of(SCORES))
                .toArray(String[]::new));
        var rows = comparison.path("matrix");
        for (int score = 0; score < SCORES.length; score++) {
            var cells = rows.path(score).valueStream().map(Figures::count);
            table.row(Stream.concat(Stream.of(SCORES[score]), cells).toArray());
        }
        return rows.size() == SCORES.length ? table.lines() : List.of();
    }

    private List<String> shares() {
        var table = new Table("score", with, run, "difference in points");
        comparison
                .path("shares")
                .forEach(share -> table.row(
                        ReplayText.text(share, "score"),
                        share(share.path("with")),
                        share(share.path("run")),
                        difference(share.path("difference"))));
        return table.lines();
    }

    private static String share(JsonNode share) {
        var few = share.path("enough").asBoolean(true) ? "" : ", few";
        return "%s (%s–%s) %s%s"
                .formatted(
                        Figures.percent(share.path("share")),
                        points(share.path("low")),
                        points(share.path("high")),
                        Figures.count(share.path("count")),
                        few);
    }

    private static String difference(JsonNode difference) {
        var arrow = switch (ReplayText.text(difference, "direction")) {
            case "up" -> "▲ ";
            case "down" -> "▼ ";
            case "same" -> "＝ ";
            default -> "? ";
        };
        var value = difference.path("value");
        var interval = difference.path("low").isNumber()
                ? " (%s to %s)".formatted(signed(difference.path("low")), signed(difference.path("high")))
                : "";
        return arrow
                + (value.isNumber() ? signed(value) : Figures.NONE)
                + interval
                + (arrow.startsWith("?") ? ", too few to tell" : "");
    }

    private List<String> agreement() {
        var agreement = comparison.path("agreement");
        var lines = new ArrayList<String>();
        lines.add("agreement: exact %s, within one %s, flipped %s%s"
                .formatted(
                        Figures.percent(agreement.path("exact")),
                        Figures.percent(agreement.path("withinOne")),
                        Figures.count(agreement.path("flipped")),
                        agreement.path("enough").asBoolean(true) ? "" : " (too few chats to rely on)"));
        lines.add("weighted kappa: linear %s, quadratic %s"
                .formatted(kappa(agreement.path("kappaLinear")), kappa(agreement.path("kappaQuadratic"))));
        return lines;
    }

    private static String kappa(JsonNode kappa) {
        var interval = kappa.path("low").isNumber()
                ? " (%s–%s)".formatted(Figures.decimal(kappa.path("low"), 3), Figures.decimal(kappa.path("high"), 3))
                : "";
        return Figures.decimal(kappa.path("value"), 3) + interval;
    }

    private static String points(JsonNode share) {
        return share.isNumber() ? Figures.decimal(100 * share.asDouble(), 1) : Figures.NONE;
    }

    private static String signed(JsonNode share) {
        return Figures.signed(100 * share.asDouble(), 1);
    }
}
