package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.draft.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who wrote a message: the rules, as YAML.
 *
 * @param column what they ask; "" where nothing tells
 * @param rules lines of the form {role: …, when: {…}}
 */
record Roles(String column, List<String> rules, String because, boolean isSure) {
    private static final List<Says> KNOWN = List.of(
            new Says(Hint.SAYS_NOTE, "note"),
            new Says(Hint.SAYS_SYSTEM, "system"),
            new Says(Hint.SAYS_BOT, "bot"),
            new Says(Hint.SAYS_CUSTOMER, "customer"),
            new Says(Hint.SAYS_AGENT, "agent"));

    /** Whether a column seems to tell customers from agents. */
    static boolean isToldApart(TableSample messages) {
        return isToldByWord(messages) || author(messages).isPresent();
    }

    /** Whether a flag or words tell who wrote. */
    static boolean isToldByWord(TableSample messages) {
        return direction(messages).isPresent() || byWord(messages).isPresent();
    }

    /** @param byTurns what the turns of a conversation tell, for where no word does */
    static Roles of(TableSample messages, String text, Optional<Roles> byTurns) {
        var found = direction(messages)
                .map(column -> ofDirection(column, messages.column(text)))
                .or(() -> byWord(messages).map(Roles::ofWords))
                .or(() -> byTurns.filter(turns -> Hint.ROLE.isIn(turns.column())))
                .or(() -> author(messages).map(Roles::ofAuthor))
                .or(() -> byTurns)
                .orElseGet(() -> new Roles(
                        "",
                        List.of(rule(
                                "customer",
                                messages.table().columns().getFirst().name(),
                                "{absent: false}")),
                        "nothing tells who wrote a message: every one counts as the customer's",
                        false));
        var notes = RoleHints.notes(messages, text, found.column());
        return new Roles(
                found.column(),
                Stream.concat(notes.stream(), found.rules().stream()).toList(),
                found.because(),
                found.isSure());
    }

    private static Optional<ColumnSample> direction(TableSample messages) {
        return messages.best(column ->
                column.isFlag() && (Hint.OUTGOING.isWritten(column.name()) || Hint.INCOMING.isWritten(column.name()))
                        ? 1
                        : 0);
    }

    private static Roles ofDirection(ColumnSample column, ColumnSample text) {
        boolean isOutgoing = Hint.OUTGOING.isWritten(column.name());
        var sent = isOutgoing ? "1" : "0";
        var rules = new ArrayList<String>();
        rules.add(rule("customer", column.name(), isOutgoing ? "0" : "1"));
        if (RoleHints.isMarked(text)) {
            var mark = ", " + Yaml.scalar(text.name()) + ": {startsWith: \"\\u200e\"}";
            rules.add(rule("bot", column.name(), sent + mark));
        }
        rules.add(rule("agent", column.name(), sent));
        return new Roles(column.name(), rules, "a flag of direction", true);
    }

    /** Whether a column's words mean a customer and somebody who answers. */
    static boolean isOfWords(ColumnSample column) {
        if (!column.isCode()) {
            return false;
        }
        var values = column.counts().keySet();
        var roles =
                values.stream().flatMap(value -> role(value, values).stream()).toList();
        return roles.contains("customer") && (roles.contains("agent") || roles.contains("bot"));
    }

    /** A column of few words, two of which at least mean a customer and somebody who answers. */
    private static Optional<ColumnSample> byWord(TableSample messages) {
        return messages.best(column -> isOfWords(column) ? Hint.ROLE.isIn(column.name()) ? 2 : 1 : 0);
    }

    private static Roles ofWords(ColumnSample column) {
        var rules = new ArrayList<String>();
        var values = column.counts().keySet();
        boolean isAllKnown = true;
        for (var value : values.stream().sorted().toList()) {
            var role = role(value, values);
            role.ifPresent(known -> rules.add(rule(known, column.name(), Yaml.scalar(value))));
            isAllKnown &= role.isPresent() || value.isBlank();
        }
        return new Roles(column.name(), rules, "its words mean writers", isAllKnown);
    }

    /** What a word means among the others of its column: a user beside contacts is an agent, beside assistants a customer. */
    private static Optional<String> role(String value, Set<String> others) {
        var rest = others.stream().filter(other -> !isUser(other)).toList();
        boolean isBesideCustomers = rest.stream().anyMatch(Hint.SAYS_CUSTOMER::says);
        boolean isBesideAgents = rest.stream().anyMatch(Hint.SAYS_AGENT::says);
        if (isUser(value) && isBesideCustomers && !isBesideAgents) {
            return Optional.of("agent");
        }
        return KNOWN.stream()
                .filter(each -> each.hint().says(value))
                .findFirst()
                .map(Says::role);
    }

    private static boolean isUser(String value) {
        var words = Words.ofValue(value);
        return !words.isEmpty() && Hint.USER.has(words.getLast());
    }

    /** Whether a word says who wrote. */
    static boolean isKnown(String value) {
        return KNOWN.stream().anyMatch(each -> each.hint().says(value));
    }

    private record Says(Hint hint, String role) {}

    /** A column of people's ids that is empty or 0 where the customer writes. */
    private static Optional<ColumnSample> author(TableSample messages) {
        return messages.best(column -> {
            boolean isFitting = column.column().isInteger() && !column.isTime() && Hint.PERSON.isIn(column.name());
            boolean isMixed = column.shareSet() > 0.05 && column.shareSet() < 0.95;
            return isFitting && isMixed ? 1.0 / Words.of(column.name()).size() : 0;
        });
    }

    private static Roles ofAuthor(ColumnSample column) {
        var name = column.name();
        var rules = new ArrayList<String>();
        boolean isZero = column.counts().containsKey("0") && !column.counts().containsKey("");
        rules.add(rule("customer", name, isZero ? "0" : "{absent: true}"));
        var negative = column.counts().keySet().stream()
                .filter(value -> value.startsWith("-"))
                .sorted()
                .toList();
        for (var value : negative) {
            rules.add(rule(value.equals("-1") ? "system" : "bot", name, value));
        }
        rules.add(rule("agent", name, "{above: 0}"));
        return new Roles(
                name,
                rules,
                isZero ? "an author's id that is 0 in part" : "an author's id that is absent in part",
                negative.isEmpty());
    }

    static String rule(String role, String column, String condition) {
        return "{role: " + role + ", when: {" + Yaml.scalar(column) + ": " + condition + "}}";
    }
}
