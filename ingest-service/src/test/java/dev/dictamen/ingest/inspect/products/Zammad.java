package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Zammad on MySQL: states and senders are rows, real foreign keys, internal articles by a flag. */
final class Zammad implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");

    @Override
    public String name() {
        return "zammad";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.NOTE, Role.SYSTEM);
    }

    @Override
    public String chatTable() {
        return "tickets";
    }

    @Override
    public String messageTable() {
        return "ticket_articles";
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("`groups`", 1, "Soporte", 1, LONG_AGO);
        rows.into("`groups`", 2, "Ventas", 1, LONG_AGO);
        var states = List.of("new", "open", "pending reminder", "closed");
        for (int state = 1; state <= states.size(); state++) {
            rows.into("ticket_state_types", state, states.get(state - 1), null, LONG_AGO);
            rows.into("ticket_states", state, state, states.get(state - 1), 1, LONG_AGO);
        }
        var senders = List.of("Agent", "Customer", "System");
        for (int sender = 1; sender <= senders.size(); sender++) {
            rows.into("ticket_article_senders", sender, senders.get(sender - 1), null, LONG_AGO);
            rows.into(
                    "ticket_article_types",
                    sender,
                    List.of("email", "chat", "note").get(sender - 1),
                    1,
                    LONG_AGO);
            rows.into("text_modules", sender, "saludo", "hola", "Hola, le atiende el equipo de soporte", 1, LONG_AGO);
        }
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            user(agent, Talks.NAMES.get(agent - 1), rows);
        }
        for (int customer = 1; customer <= 300; customer++) {
            user(100 + customer, "Cliente N" + customer, rows);
        }
    }

    private static void user(int id, String name, Inserts rows) {
        var names = name.split(" ");
        rows.into("users", id, "l" + id, names[0], names[1], "l" + id + "@x.example", 1, null, LONG_AGO, LONG_AGO);
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        int customer = 101 + talk.customer() % 300;
        rows.into(
                "tickets",
                talk.number(),
                1 + talk.number() % 2,
                2,
                talk.isClosed() ? 4 : 1 + talk.number() % 2,
                "60" + talk.number(),
                "Consulta por el chat",
                talk.agent(),
                customer,
                talk.lines().get(1).at(),
                talk.closedAt(),
                talk.changedAt(),
                talk.changedAt(),
                talk.openedAt(),
                talk.lines().size(),
                null,
                null,
                customer,
                talk.agent(),
                talk.openedAt(),
                talk.changedAt());
        rows.into("histories", talk.number(), 2, talk.number(), "new", "open", talk.agent(), talk.changedAt());
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, customer, line, rows);
        }
    }

    private static void message(Talk talk, int customer, int line, Inserts rows) {
        var said = talk.lines().get(line);
        int sender = said.role() == Role.CUSTOMER ? 2 : said.role() == Role.SYSTEM ? 3 : 1;
        boolean isNote = said.role() == Role.NOTE;
        int by = sender == 2 ? customer : talk.agent();
        rows.into(
                "ticket_articles",
                talk.number() * 100 + line,
                talk.number(),
                isNote ? 3 : 2,
                sender,
                sender == 2 ? talk.customerName() : talk.agentName(),
                null,
                null,
                "Consulta por el chat",
                null,
                "text/plain",
                said.text(),
                isNote ? 1 : 0,
                "--- {}",
                by,
                by,
                said.at(),
                said.at());
    }

    @Override
    public List<Edit> edits() {
        return List.of();
    }
}
