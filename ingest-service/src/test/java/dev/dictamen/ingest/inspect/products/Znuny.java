package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Znuny, the kin of OTRS: an article's text stands in another table than its ticket and its sender, the closing is the last change. */
final class Znuny implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");

    @Override
    public String name() {
        return "znuny";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.NOTE, Role.SYSTEM);
    }

    @Override
    public String chatTable() {
        return "ticket";
    }

    @Override
    public String messageTable() {
        return "article_data_mime";
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("queue", 1, "Soporte", 1, null, LONG_AGO);
        rows.into("queue", 2, "Ventas", 1, null, LONG_AGO);
        var states = List.of("new", "closed successful", "closed unsuccessful", "open");
        for (int state = 1; state <= states.size(); state++) {
            rows.into("ticket_state_type", state, states.get(state - 1).split(" ")[0], null, LONG_AGO);
            rows.into("ticket_state", state, states.get(state - 1), null, state, 1, LONG_AGO);
        }
        for (int sender = 1; sender <= 3; sender++) {
            rows.into(
                    "article_sender_type",
                    sender,
                    List.of("agent", "system", "customer").get(sender - 1),
                    null,
                    1,
                    LONG_AGO);
            rows.into(
                    "communication_channel",
                    sender,
                    List.of("Email", "Internal", "Chat").get(sender - 1),
                    "Kernel",
                    1,
                    LONG_AGO);
            rows.into(
                    "standard_template", sender, "saludo", "Hola, le atiende el equipo de soporte", "Answer", LONG_AGO);
        }
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var names = Talks.NAMES.get(agent - 1).split(" ");
            rows.into("users", agent, "l" + agent, "x", names[0], names[1], 1, LONG_AGO, LONG_AGO);
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        int state = talk.isClosed() ? 2 + talk.number() % 2 : talk.number() % 2 == 0 ? 1 : 4;
        rows.into(
                "ticket",
                talk.number(),
                "2026" + talk.number(),
                "Consulta",
                1 + talk.number() % 2,
                1,
                1,
                talk.agent(),
                talk.agent(),
                3,
                state,
                "C" + talk.customer(),
                "c" + talk.customer() + "@x.example",
                0,
                0,
                0,
                0,
                talk.openedAt(),
                1,
                talk.changedAt(),
                talk.agent());
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, state, line, rows);
        }
    }

    private static void message(Talk talk, int state, int line, Inserts rows) {
        var said = talk.lines().get(line);
        int id = talk.number() * 100 + line;
        int sender = said.role() == Role.CUSTOMER ? 3 : said.role() == Role.SYSTEM ? 2 : 1;
        rows.into(
                "article",
                id,
                talk.number(),
                sender,
                3,
                said.role() == Role.NOTE ? 0 : 1,
                0,
                said.at(),
                talk.agent(),
                said.at(),
                talk.agent());
        rows.into(
                "article_data_mime",
                5 + id,
                id,
                sender == 3 ? talk.customerName() : talk.agentName(),
                null,
                null,
                "Consulta",
                null,
                "text/plain; charset=utf-8",
                said.text(),
                Inserts.unix(said.at()),
                "2026/02/02",
                said.at(),
                talk.agent(),
                said.at(),
                talk.agent());
        rows.into("article_search_index", id, talk.number(), id, "MIMEBase_Body", said.text());
        rows.into("ticket_history", id, "%%AddNote", 15, talk.number(), id, 1, talk.agent(), state, said.at());
    }

    @Override
    public List<Edit> edits() {
        return List.of(Edit.of(
                "- {role: agent, when: {article_sender_type.name: agent}}",
                "- {role: note, when: {article.is_visible_for_customer: 0}}",
                "- {role: agent, when: {article_sender_type.name: agent}}"));
    }
}
