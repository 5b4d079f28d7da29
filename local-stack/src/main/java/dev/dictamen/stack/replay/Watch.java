package dev.dictamen.stack.replay;

import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Shows how far a replay is: once, or until it ends. A person sees a bar, a program JSON, one line each time it has changed. */
final class Watch {
    private static final int WIDTH = 100;

    private final Replays replays;
    private final Terminal terminal;
    private final Duration every;

    /** @param every the pause between two looks */
    Watch(Replays replays, Terminal terminal, Duration every) {
        this.replays = replays;
        this.terminal = terminal;
        this.every = every;
    }

    int show(String id, boolean json) throws IOException, InterruptedException {
        say(replays.find(id), json);
        return ExitCode.DONE;
    }

    /** Returns the exit code by how it ended. */
    int follow(String id, boolean json) throws IOException, InterruptedException {
        var replay = replays.find(id);
        var shown = "";
        while (!isEnded(replay)) {
            if (json && !replay.toString().equals(shown)) {
                shown = replay.toString();
                terminal.say(shown);
            } else if (!json) {
                terminal.draw(line(replay));
            }
            Thread.sleep(every);
            replay = replays.find(id);
        }
        say(replay, json);
        return ReplayText.text(replay, "state").equals("cancelled") ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private void say(JsonNode replay, boolean json) {
        if (json) {
            terminal.say(replay.toString());
        } else {
            ReplayText.one(replay).forEach(terminal::say);
        }
    }

    private static String line(JsonNode replay) {
        var line = ReplayText.line(replay);
        var whole = ReplayText.why(replay).isEmpty() ? line : line + "; " + ReplayText.why(replay);
        return whole.length() > WIDTH ? whole.substring(0, WIDTH - 1) + "…" : whole;
    }

    /** What was quoted as nothing to run never begins. */
    private static boolean isEnded(JsonNode replay) {
        return switch (ReplayText.text(replay, "state")) {
            case "finished", "cancelled" -> true;
            case "quoted" -> replay.path("quote").path("willRun").asLong(0) == 0;
            default -> false;
        };
    }
}
