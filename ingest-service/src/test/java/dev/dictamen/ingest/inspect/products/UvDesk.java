package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** UVdesk: agents and customers in one table, words for who wrote, no closing time but the last update. */
final class UvDesk implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");
    private static final List<String> STATUSES = List.of("open", "pending", "answered", "resolved", "closed", "spam");

    @Override
    public String name() {
        return "uvdesk";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.NOTE);
    }

    @Override
    public String chatTable() {
        return "uv_ticket";
    }

    @Override
    public String messageTable() {
        return "uv_thread";
    }

    @Override
    public void setUp(Inserts rows) {
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var names = Talks.NAMES.get(agent - 1).split(" ");
            rows.into("uv_user", agent, "a" + agent + "@x.example", names[0], names[1], 1, null);
            rows.into("uv_saved_replies", agent, "saludo", "Hola, le atiende el equipo de soporte", null);
            rows.into("uv_email_templates", agent, "aviso", "Aviso", "Su consulta tiene una respuesta nueva", null);
        }
        for (int customer = 100; customer < 400; customer++) {
            rows.into("uv_user", customer, "c" + customer + "@x.example", "Cliente", "N" + customer, 1, null);
        }
        rows.into("uv_support_group", 1, "Soporte", "Todos", LONG_AGO, 1);
        rows.into("uv_ticket_priority", 1, "low", "Low", null);
        for (int status = 1; status <= STATUSES.size(); status++) {
            rows.into("uv_ticket_status", status, STATUSES.get(status - 1), STATUSES.get(status - 1), null, status);
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        int customer = 100 + talk.customer() % 300;
        rows.into(
                "uv_ticket",
                talk.number(),
                talk.isClosed() ? 4 + talk.number() % 2 : 1 + talk.number() % 3,
                1,
                null,
                customer,
                talk.agent(),
                1,
                "website",
                null,
                "Consulta",
                null,
                0,
                1,
                0,
                0,
                1,
                talk.openedAt(),
                talk.changedAt());
        if (talk.number() % 5 == 0) {
            rows.into(
                    "uv_ticket_rating",
                    talk.number(),
                    talk.number(),
                    customer,
                    4,
                    "todo bien, gracias",
                    talk.changedAt());
        }
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, customer, line, rows);
        }
    }

    private static void message(Talk talk, int customer, int line, Inserts rows) {
        var said = talk.lines().get(line);
        boolean isCustomer = said.role() == Role.CUSTOMER;
        rows.into(
                "uv_thread",
                talk.number() * 100 + line,
                talk.number(),
                isCustomer ? customer : talk.agent(),
                "website",
                null,
                said.role() == Role.NOTE ? "note" : line == 0 ? "create" : "reply",
                isCustomer ? "customer" : "agent",
                null,
                0,
                0,
                said.text(),
                said.at(),
                said.at(),
                null,
                null);
    }

    @Override
    public List<Edit> edits() {
        return List.of(Edit.of(
                "- {role: agent, when: {created_by: agent}}",
                "- {role: note, when: {thread_type: note}}",
                "- {role: agent, when: {created_by: agent}}"));
    }
}
