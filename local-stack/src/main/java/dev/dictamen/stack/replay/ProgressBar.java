package dev.dictamen.stack.replay;

import tools.jackson.databind.JsonNode;

/** How far a replay is, on one line. */
final class ProgressBar {
    private static final int WIDTH = 20;

    private ProgressBar() {}

    /** {@code [████████░░░░░░░░░░░░] 1,240 / 3,000 (41 %) 19.8/s, 1 min 28 s left}. */
    static String of(JsonNode replay) {
        long total = replay.path("total").asLong(0);
        long done = replay.path("done").asLong(0);
        double share = total == 0 ? 0 : Math.clamp((double) done / total, 0, 1);
        int full = (int) (share * WIDTH);
        return "[" + "█".repeat(full) + "░".repeat(WIDTH - full) + "] " + Figures.count(done) + " / "
                + Figures.count(total) + " (" + (int) (100 * share) + " %)" + pace(replay);
    }

    private static String pace(JsonNode replay) {
        if (!replay.path("state").asString("").equals("running")) {
            return "";
        }
        var left = replay.path("secondsLeft");
        return " " + Figures.decimal(replay.path("rate"), 1) + "/s"
                + (left.isNumber() ? ", " + Figures.span(left) + " left" : "");
    }
}
