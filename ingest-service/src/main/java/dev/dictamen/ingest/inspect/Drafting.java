package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.References.Reference;
import dev.dictamen.ingest.inspect.draft.Draft;
import dev.dictamen.ingest.inspect.draft.DraftText;
import dev.dictamen.ingest.inspect.draft.Yaml;
import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.util.List;
import java.util.Optional;

/** Writes the draft of a schema that no preset fits. */
final class Drafting {
    private static final double HTML_SHARE = 0.3;

    private final ChatTables tables;
    private final TableSample chats;
    private final TableSample messages;
    private final Optional<Reference> agent;
    private final Optional<Reference> team;
    private final DraftText text = new DraftText();

    Drafting(ChatTables tables, References references) {
        this.tables = tables;
        this.chats = tables.chats();
        this.messages = tables.messageTable();
        this.agent = references.agent(chats);
        this.team = references.team(chats);
    }

    Draft of(String schema) {
        text.line("name: " + Yaml.scalar(schema));
        zone();
        joins();
        text.line("chat:");
        text.because(String.join("; ", tables.because()));
        text.key("table", Yaml.scalar(chats.name()));
        text.key("key", Yaml.scalar(chats.key()));
        closed();
        ignored();
        times();
        facts();
        text.line("messages:");
        messages();
        return text.done();
    }

    private void zone() {
        boolean isWallClock = chats.columns().stream()
                .anyMatch(column -> column.column().type().equals("datetime"));
        if (isWallClock) {
            text.ask("zone", "nothing in the database says which zone its DATETIME columns are in; UTC is assumed");
            text.line("zone: UTC");
        }
    }

    private void joins() {
        if (agent.isPresent() || team.isPresent()) {
            text.line("joins:");
            agent.ifPresent(found -> join("agent", found));
            team.ifPresent(found -> join("team", found));
        }
    }

    private void join(String name, Reference found) {
        text.because(found.because());
        text.line("  " + name + ": {table: " + Yaml.scalar(found.target().name()) + ", key: "
                + Yaml.scalar(found.target().key()) + ", from: " + Yaml.scalar(found.column()) + "}");
    }

    private void closed() {
        var closing = Closing.of(chats, tables.lookups())
                .orElseThrow(() -> new IllegalStateException(chats.name() + " has neither status nor closing time"));
        if (closing.isSure()) {
            text.because(closing.because());
        } else {
            text.ask("chat.closed", "which values mean closed? " + closing.because());
        }
        var column = Yaml.scalar(closing.column());
        var condition = closing.closed().isEmpty() ? "{absent: false}" : Yaml.oneOrList(closing.closed());
        text.key("closed", "{" + column + ": " + condition + "}");
        if (!closing.open().isEmpty()) {
            askForCodes(closing);
            text.key("open", "{" + column + ": " + Yaml.oneOrList(closing.open()) + "}");
        }
    }

    private void askForCodes(Closing closing) {
        if (closing.open().stream().allMatch(value -> value.matches("-?[0-9]+"))) {
            text.ask(
                    "chat.open",
                    "do all of these mean a conversation with a customer? Their rows have no closing time");
        }
    }

    private void ignored() {
        var flags = chats.those(column -> column.isFlag() && Hint.UNWANTED.isIn(column.name()));
        if (!flags.isEmpty()) {
            text.because("these flags' names are those of chats that nobody wants judged");
            text.key("ignore", "");
            flags.forEach(flag -> text.line("    - {" + Yaml.scalar(flag.name()) + ": 1}"));
        }
    }

    private void times() {
        var closedAt = ChatTimes.closedAt(chats);
        var openedAt = ChatTimes.openedAt(chats);
        openedAt.ifPresent(column -> text.key("openedAt", Yaml.scalar(column)));
        var changedAt = ChatTimes.changedAt(chats, closedAt);
        if (closedAt.isPresent()) {
            text.key("closedAt", Yaml.scalar(closedAt.get()));
        } else {
            text.ask("chat.closedAt", "no column looks like the closing time; the time of the change is taken");
        }
        var known = changedAt.isEmpty() ? openedAt.map(List::of).orElseGet(this::anyTime) : changedAt;
        text.key("changedAt", Yaml.oneOrList(known));
    }

    private List<String> anyTime() {
        text.ask("chat.changedAt", "which column's time moves when a chat changes?");
        return List.of(chats.those(ColumnSample::isTime).getFirst().name());
    }

    private void facts() {
        ChatFacts.channel(chats)
                .map(column -> Yaml.scalar(column.name()))
                .or(() -> ChatFacts.onlyChannel(chats).map(name -> "{value: " + name + "}"))
                .ifPresent(value -> text.key("channel", value));
        fact("language", ChatFacts.language(chats));
        agent.ifPresentOrElse(
                found -> {
                    text.key("agentId", Yaml.scalar(found.column()));
                    text.key("agentName", Yaml.oneOrList(qualified("agent", found)));
                },
                () -> text.ask("chat.agentId", "no column points to a table of agents"));
        team.ifPresent(found -> text.key("team", Yaml.oneOrList(qualified("team", found))));
        fact("customerRef", ChatFacts.customer(chats));
    }

    private static List<String> qualified(String join, Reference found) {
        return found.names().stream().map(column -> join + "." + column).toList();
    }

    private void fact(String key, Optional<ColumnSample> column) {
        column.ifPresent(found -> text.key(key, Yaml.scalar(found.name())));
    }

    private void messages() {
        text.key("table", Yaml.scalar(messages.name()));
        if (messages.key().isEmpty()) {
            text.ask("messages.key", messages.name() + " has no key of one column; which one tells its rows apart?");
        }
        text.key("key", Yaml.scalar(messages.key().isEmpty() ? tables.columns().chat() : messages.key()));
        messageJoins();
        text.key("chat", Yaml.scalar(tables.columns().chat()));
        var sentAt = ChatTimes.openedByName(messages).or(() -> tables.shape().sentAt());
        if (sentAt.isEmpty()) {
            text.ask("messages.sentAt", "no column's times grow from message to message of a chat; which one is it?");
        }
        order(sentAt);
        text.because("its texts are the longest: "
                + Math.round(messages.column(tables.columns().text()).meanLength()) + " characters on average");
        text.key("text", Yaml.scalar(tables.columns().text()));
        sentAt.ifPresent(column -> text.key("sentAt", Yaml.scalar(column)));
        fact("agentName", ChatFacts.author(messages));
        deleted();
        erased();
        roles();
        clean();
    }

    private void messageJoins() {
        if (!tables.joins().isEmpty()) {
            text.key("joins", "");
            tables.joins().forEach((name, join) -> text.line("    " + name + ": " + join));
        }
        if (tables.columns().chat().contains(".")) {
            text.ask(
                    "messages.where",
                    "do rows of " + messages.name()
                            + " belong to other things than chats, too? Which column tells them?");
        }
    }

    private void order(Optional<String> sentAt) {
        boolean isCounted = messages.table()
                .column(messages.key())
                .filter(LiveColumn::isInteger)
                .isPresent();
        var order = isCounted ? Optional.of(messages.key()) : sentAt;
        order.ifPresent(column -> text.key("order", "[" + Yaml.scalar(column) + "]"));
    }

    private void deleted() {
        messages.those(column -> column.isFlag() && Hint.UNWANTED.isIn(column.name()))
                .forEach(flag -> text.ask(
                        "messages.ignore",
                        "leave out rows with " + flag.name() + " = 1? Then: ignore: [{" + flag.name() + ": 1}]"));
    }

    private void erased() {
        var erased = RoleHints.erased(messages.column(tables.columns().text()));
        if (!erased.isEmpty()) {
            text.because("these texts stand for erased ones");
            text.key("ignoreChat", "");
            erased.forEach(value ->
                    text.line("    - {" + Yaml.scalar(tables.columns().text()) + ": " + Yaml.scalar(value) + "}"));
        }
    }

    private void roles() {
        var roles = Roles.of(messages, tables.columns().text(), tables.shape().turns());
        text.because(roles.because());
        if (!roles.isSure()) {
            text.ask(
                    "messages.roles",
                    "check who writes which value" + (roles.column().isEmpty() ? "" : " of " + roles.column()));
        }
        text.key("roles", "");
        roles.rules().forEach(rule -> text.line("    - " + rule));
    }

    private void clean() {
        var texts = messages.column(tables.columns().text()).values();
        long tagged = texts.stream()
                .filter(value -> value.matches("(?s).*<(p|br|div|span|b|a)[ />].*"))
                .count();
        if (!texts.isEmpty() && tagged > HTML_SHARE * texts.size()) {
            text.because(100 * tagged / texts.size() + " % of the texts have HTML tags");
            text.key("clean", "[html]");
        }
    }
}
