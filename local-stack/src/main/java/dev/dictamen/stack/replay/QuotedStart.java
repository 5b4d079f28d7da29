package dev.dictamen.stack.replay;

import dev.dictamen.stack.gateway.Patience;
import dev.dictamen.stack.terminal.Dialogue;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.OutputFormat;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts a replay by its quote: waits until it is counted, shows it, asks, starts. The answer is one line with the id;
 * everything else is a notice.
 */
final class QuotedStart {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private final Replays replays;
    private final Dialogue dialogue;
    private final Clock clock;
    private final Patience patience;

    /** @param patience how long a quote is waited for */
    QuotedStart(Replays replays, Dialogue dialogue, Clock clock, Patience patience) {
        this.replays = replays;
        this.dialogue = dialogue;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param agreed without a question: whatever is quoted is agreed to
     * @return the exit code
     */
    int run(String id, boolean agreed, OutputFormat format) throws IOException, InterruptedException {
        var counted = awaitQuote(id);
        if (counted.isEmpty()) {
            dialogue.notices().say("It is still being counted; ./dictamen status says whether ingest-service is there");
            return answer(id, "waits for its quote; then ./dictamen replay start " + id, format, ExitCode.PARTLY);
        }
        var replay = counted.get();
        if (!ReplayText.text(replay, "state").equals("quoted")) {
            return start(id, 0, format);
        }
        new QuoteTable(clock).of(replay).forEach(dialogue.notices()::say);
        long willRun = replay.path("quote").path("willRun").asLong(0);
        if (willRun == 0) {
            return answer(id, "has nothing to run", format, ExitCode.DONE);
        }
        return agreed || isAgreed(replay, willRun) ? start(id, willRun, format) : leave(id, format);
    }

    /** Empty when it takes too long. */
    private Optional<JsonNode> awaitQuote(String id) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.most().toNanos();
        for (int look = 0; ; look++) {
            var replay = replays.find(id);
            if (!ReplayText.text(replay, "state").equals("quoting")) {
                return Optional.of(replay);
            }
            if (System.nanoTime() >= end) {
                return Optional.empty();
            }
            dialogue.notices().draw(SPINNER.charAt(look % SPINNER.length()) + " " + ReplayText.line(replay));
            Thread.sleep(patience.every());
        }
    }

    /** Above the threshold the number itself must be typed, so that nobody starts many chats by habit. */
    private boolean isAgreed(JsonNode replay, long willRun) throws IOException {
        if (!replay.path("needsConfirmation").asBoolean(false)) {
            return dialogue.ask("Start? [y/N]").matches("(?i)y|yes");
        }
        var typed = dialogue.ask(
                "More than %s chats: type %d to start:".formatted(Figures.count(replay.path("confirmAbove")), willRun));
        return typed.replaceAll("[,. ]", "").equals(Long.toString(willRun));
    }

    private int start(String id, long willRun, OutputFormat format) throws IOException, InterruptedException {
        replays.order(id, "start", JSON.createObjectNode().put("confirmedTotal", willRun));
        var watch = "./dictamen replay show " + id + " --watch";
        if (format.isJson()) {
            dialogue.notices().say("started; watch it: " + watch);
        }
        return answer(id, "is started; watch it: " + watch, format, ExitCode.DONE);
    }

    /** Where nobody could be asked, that is not what was wanted. */
    private int leave(String id, OutputFormat format) {
        boolean wasAsked = dialogue.keyboard().isAttended();
        dialogue.notices()
                .say(wasAsked ? "Not started" : "Not started: nobody is there to agree; --yes agrees beforehand");
        var later = "waits to be started: ./dictamen replay start " + id;
        return answer(id, later, format, wasAsked ? ExitCode.DONE : ExitCode.PARTLY);
    }

    private int answer(String id, String sentence, OutputFormat format, int exitCode) {
        var json = JSON.createObjectNode().put("id", id).toString();
        dialogue.answers().say(format.isJson() ? json : id + " " + sentence);
        return exitCode;
    }
}
