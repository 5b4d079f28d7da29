package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.draft.Yaml;
import dev.dictamen.ingest.inspect.shape.Conversations;
import dev.dictamen.ingest.inspect.shape.FreeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells who wrote a message by the turns of its conversation, where no word tells: a column of few values, or one that is empty in
 * part, which changes from message to message. Who begins is the customer; who says the same again and again is a machine.
 */
final class RoleShape {
    private static final double TURNS = 0.25;
    private static final double PART = 0.05;
    private static final double MACHINE = 0.2;
    private static final int LONGEST_NAME = 60;

    private final TableSample messages;
    private final ColumnSample text;
    private final Conversations conversations;

    private RoleShape(TableSample messages, String text, Conversations conversations) {
        this.messages = messages;
        this.text = messages.column(text);
        this.conversations = conversations;
    }

    /** The roles; empty where no column takes turns. Never sure: a person must look at them. */
    static Optional<Roles> of(TableSample messages, String text, Conversations conversations) {
        var shape = new RoleShape(messages, text, conversations);
        var codes = shape.best(RoleShape::codes);
        var parts = shape.best(RoleShape::presence);
        double ofCodes = codes.map(column -> shape.turns(column, codes(column))).orElse(0.0);
        double ofParts =
                parts.map(column -> shape.turns(column, presence(column))).orElse(0.0);
        return ofCodes >= ofParts ? codes.map(shape::ofCodes) : parts.map(shape::ofPresence);
    }

    private Optional<ColumnSample> best(Turns values) {
        return messages.best(column -> turns(column, isAsked(column) ? values.of(column) : List.of()));
    }

    /** How far they take turns, a name of writers before all others; 0 where too little. */
    private double turns(ColumnSample column, List<String> values) {
        double turns = values.stream().distinct().count() > 1 ? conversations.turns(values) : 0;
        return turns < TURNS ? 0 : turns + (Hint.ROLE.isIn(column.name()) ? 1 : 0);
    }

    private boolean isAsked(ColumnSample column) {
        return !column.isTime()
                && !column.name().equals(messages.key())
                && !column.name().equals(text.name());
    }

    /** The values where they are few and none could be a person's name; else nothing. */
    private static List<String> codes(ColumnSample column) {
        boolean isCode = column.isCode()
                && column.counts().keySet().stream()
                        .allMatch(value -> value.equals(value.toLowerCase(Locale.ROOT))
                                || value.equals(value.toUpperCase(Locale.ROOT)));
        return isCode ? column.values() : List.of();
    }

    /** Whether something is there, row by row; nothing where it mostly is, or mostly is not. */
    private static List<String> presence(ColumnSample column) {
        boolean isInPart = column.shareSet() > PART && column.shareSet() < 1 - PART;
        return isInPart && column.meanLength() <= LONGEST_NAME
                ? column.values().stream()
                        .map(value -> ColumnSample.isSet(value) ? "1" : "")
                        .toList()
                : List.of();
    }

    private Roles ofPresence(ColumnSample column) {
        boolean isOfAgents = conversations.opens(presence(column), "") >= conversations.opens(presence(column), "1");
        return new Roles(
                column.name(),
                List.of(
                        Roles.rule("customer", column.name(), "{absent: " + isOfAgents + "}"),
                        Roles.rule("agent", column.name(), "{absent: " + !isOfAgents + "}")),
                "it is there for every other message of a conversation, and "
                        + (isOfAgents ? "not" : "there")
                        + " where one begins",
                false);
    }

    private Roles ofCodes(ColumnSample column) {
        var people = people(column);
        var customer = people.stream()
                .max(Comparator.comparingDouble(
                        value -> conversations.opens(column.values(), value) + Letters.customer(value, people)))
                .orElse("");
        var agents = people.stream().filter(value -> !value.equals(customer)).toList();
        var rules = new ArrayList<String>();
        rules.add(Roles.rule("customer", column.name(), value(customer)));
        agents.forEach(agent -> rules.add(Roles.rule("agent", column.name(), value(agent))));
        column.counts().keySet().stream()
                .filter(value -> !people.contains(value))
                .sorted()
                .forEach(value -> rules.add(Roles.rule("system", column.name(), value(value))));
        return new Roles(
                column.name(),
                rules,
                "its values take turns, and " + Yaml.scalar(customer) + " begins the conversations",
                false);
    }

    private static String value(String value) {
        return value.isEmpty() ? "{absent: true}" : Yaml.scalar(value);
    }

    /** The values whose texts differ as much as people's do: at least two, the most frequent first. */
    private List<String> people(ColumnSample column) {
        Map<String, Long> counts = column.counts();
        var byRows = counts.keySet().stream()
                .sorted(Comparator.comparing((String value) -> counts.getOrDefault(value, 0L))
                        .reversed())
                .toList();
        double most = byRows.stream()
                .mapToDouble(value -> variety(column, value))
                .max()
                .orElse(0);
        var varied = byRows.stream()
                .filter(value -> variety(column, value) >= MACHINE * most)
                .toList();
        return varied.size() > 1 ? varied : byRows.stream().limit(2).toList();
    }

    private double variety(ColumnSample column, String value) {
        return FreeText.variety(IntStream.range(0, column.values().size())
                .filter(row -> column.values().get(row).equals(value))
                .mapToObj(row -> text.values().get(row))
                .toList());
    }

    /** What turns are looked for in. */
    private interface Turns {
        List<String> of(ColumnSample column);
    }

    /** Codes of one letter: C beside A is the customer beside the agent. */
    private static final class Letters {
        private static final String CUSTOMERS = "cvug";
        private static final String AGENTS = "aos";

        private Letters() {}

        static double customer(String value, List<String> others) {
            boolean isBesideAgent = others.stream().anyMatch(other -> isOne(other, AGENTS));
            return isBesideAgent && isOne(value, CUSTOMERS) ? 1 : 0;
        }

        private static boolean isOne(String value, String letters) {
            return value.length() == 1 && letters.contains(value.toLowerCase(Locale.ROOT));
        }
    }
}
