package dev.dictamen.stack.replay;

import dev.dictamen.stack.terminal.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a replay would do and cost, as lines for a person. */
final class QuoteTable {
    private static final String NOT_MEASURED = "not measured yet";
    private static final double LEAST_MONEY = 0.01;
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;

    /** @param clock of the zone in which the finish is told */
    QuoteTable(Clock clock) {
        this.clock = clock;
    }

    /** @param replay with its quote */
    List<String> of(JsonNode replay) {
        var quote = replay.path("quote");
        var cost = quote.path("cost");
        var table = new Table("matched", Figures.count(quote.path("matched")))
                .row("superseded", Figures.count(quote.path("superseded")))
                .row("already judged", Figures.count(quote.path("alreadyJudged")));
        if (quote.path("notFound").asLong(0) > 0) {
            table.row("not found", Figures.count(quote.path("notFound")));
        }
        if (replay.path("selection").path("sample").isObject()) {
            table.row("sample", sample(replay.path("selection").path("sample")));
        }
        table.row("will run", Figures.count(quote.path("willRun")))
                .row("tokens", tokens(cost))
                .row("GPU time", span(cost.path("gpuSeconds")))
                .row("cost", money(cost))
                .row("expected finish", finish(cost.path("seconds")));
        var lines = new ArrayList<String>();
        lines.add("%s  %s"
                .formatted(ReplayText.text(replay, "id"), ReplayText.text(replay, "name"))
                .strip());
        lines.addAll(table.lines());
        var explanation = explanation(quote);
        if (!explanation.isEmpty()) {
            lines.add("  " + explanation);
        }
        return lines;
    }

    /** Why it is not more; where nothing runs there is always a reason. */
    private static String explanation(JsonNode quote) {
        var said = ReplayText.text(quote, "explanation");
        if (!said.isEmpty() || quote.path("willRun").asLong(0) > 0) {
            return said;
        }
        return quote.path("matched").asLong(0) == 0
                ? "no chat matches"
                : "every chat that matches was judged so already, or closed again later";
    }

    private static String sample(JsonNode sample) {
        return Figures.count(sample.path("size")) + " by lot, seed "
                + sample.path("seed").asLong(0);
    }

    private static String tokens(JsonNode cost) {
        var in = cost.path("tokensIn");
        var out = cost.path("tokensOut");
        return in.isNumber() || out.isNumber()
                ? Figures.count(in) + " in, " + Figures.count(out) + " out"
                : NOT_MEASURED;
    }

    private static String span(JsonNode seconds) {
        return seconds.isNumber() ? Figures.span(seconds) : NOT_MEASURED;
    }

    private static String money(JsonNode cost) {
        var money = cost.path("money");
        if (!money.isNumber()) {
            return "no price is configured";
        }
        double amount = money.asDouble();
        var text = amount > 0 && amount < LEAST_MONEY ? "less than 0.01" : Figures.decimal(amount, 2);
        return (text + " " + ReplayText.text(cost, "currency")).strip();
    }

    private String finish(JsonNode seconds) {
        if (!seconds.isNumber()) {
            return NOT_MEASURED;
        }
        var now = clock.instant();
        var end = local(now.plusSeconds(Math.round(seconds.asDouble())));
        var isToday = end.toLocalDate().equals(local(now).toLocalDate());
        return "in " + Figures.span(seconds) + ", at " + (isToday ? TODAY : LATER).format(end);
    }

    private ZonedDateTime local(Instant time) {
        return time.atZone(clock.getZone());
    }
}
