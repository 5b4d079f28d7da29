package dev.dictamen.stack.replay;

import dev.dictamen.stack.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Replays as lines for a person. */
final class ReplayText {
    private static final Map<String, String> ASIDE =
            Map.of("failed", "failed", "skipped", "skipped", "underWay", "still under way");

    private ReplayText() {}

    /** Each on a line, as they come. */
    static List<String> list(JsonNode replays) {
        if (replays.isEmpty()) {
            return List.of("There is no replay yet; ./dictamen replay create orders one");
        }
        var table = new Table("replay", "state", "done", "rate", "left", "mode", "prompt", "by", "created", "name");
        replays.forEach(replay -> table.row(
                text(replay, "id"),
                text(replay, "state"),
                Figures.count(replay.path("done")) + " / " + Figures.count(replay.path("total")),
                isRunning(replay) ? Figures.decimal(replay.path("rate"), 1) + "/s" : "",
                isRunning(replay) ? Figures.span(replay.path("secondsLeft")) : "",
                text(replay, "mode"),
                text(replay.path("ask"), "promptVersion"),
                text(replay, "createdBy"),
                text(replay, "createdAt"),
                text(replay, "name")));
        return table.lines();
    }

    /** All that there is to say about how far one is. */
    static List<String> one(JsonNode replay) {
        var lines = new ArrayList<String>();
        lines.add("%s  %s".formatted(text(replay, "id"), text(replay, "name")).strip());
        lines.add("  " + line(replay));
        var aside = aside(replay);
        if (!aside.isEmpty()) {
            lines.add("  " + String.join(", ", aside));
        }
        if (!why(replay).isEmpty()) {
            lines.add("  " + why(replay));
        }
        return lines;
    }

    /** Its state and how far it is, on one line. */
    static String line(JsonNode replay) {
        var state = text(replay, "state");
        return switch (state) {
            case "quoting" -> "quoting: which chats it takes is being counted";
            case "quoted" ->
                "quoted: %s would run"
                        .formatted(Figures.count(replay.path("quote").path("willRun")));
            default -> state + " " + ProgressBar.of(replay);
        };
    }

    /** Why it does less than it could; empty where it does all it can. */
    static String why(JsonNode replay) {
        return text(replay, "why");
    }

    private static List<String> aside(JsonNode replay) {
        return List.of("failed", "skipped", "underWay").stream()
                .filter(field -> replay.path(field).asLong(0) > 0)
                .map(field -> Figures.count(replay.path(field)) + " " + ASIDE.get(field))
                .toList();
    }

    private static boolean isRunning(JsonNode replay) {
        return text(replay, "state").equals("running");
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
