package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** osTicket: statuses are rows, entries hang on a thread and the thread on a ticket or a task. */
final class OsTicket implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");
    private static final int TASKS = 9_000;

    @Override
    public String name() {
        return "osticket";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.NOTE);
    }

    @Override
    public String chatTable() {
        return "ost_ticket";
    }

    @Override
    public String messageTable() {
        return "ost_thread_entry";
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("ost_department", 1, 0, "Soporte", "", LONG_AGO, LONG_AGO);
        rows.into("ost_department", 2, 0, "Ventas", "", LONG_AGO, LONG_AGO);
        rows.into("ost_ticket_status", 1, "Open", "open", 3, 0, 1, "{}", LONG_AGO);
        rows.into("ost_ticket_status", 2, "Resolved", "closed", 1, 0, 2, "{}", LONG_AGO);
        rows.into("ost_ticket_status", 3, "Closed", "closed", 3, 0, 3, "{}", LONG_AGO);
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var names = Talks.NAMES.get(agent - 1).split(" ");
            rows.into("ost_staff", agent, 1, "u" + agent, names[0], names[1], "u@x.example", "", 1, LONG_AGO, null);
        }
        for (int task = 1; task <= 10; task++) {
            rows.into("ost_task", task, 0, "", "T" + task, 1, 1, null, LONG_AGO);
            rows.into("ost_thread", TASKS + task, task, "A", null, null, null, LONG_AGO);
            rows.into(
                    "ost_thread_entry",
                    TASKS * 100 + task,
                    0,
                    TASKS + task,
                    1,
                    0,
                    "N",
                    0,
                    "Irene",
                    "",
                    null,
                    "Revisar los textos del menú " + task,
                    "text",
                    "",
                    LONG_AGO,
                    LONG_AGO);
            rows.into(
                    "ost_canned_response",
                    task,
                    "Saludo " + task,
                    "Hola, le atiende el equipo de soporte",
                    "",
                    LONG_AGO);
            rows.into("ost_syslog", task, "Error", "Fallo", "no se pudo conectar con el correo", LONG_AGO);
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        int status = talk.isClosed() ? 2 + talk.number() % 2 : 1;
        rows.into(
                "ost_ticket",
                talk.number(),
                "50" + talk.number(),
                talk.customer(),
                status,
                1 + talk.number() % 2,
                1,
                talk.agent(),
                "Web",
                0,
                1,
                null,
                null,
                talk.closedAt(),
                talk.changedAt(),
                talk.openedAt(),
                talk.changedAt());
        rows.into(
                "ost_thread",
                7 + talk.number(),
                talk.number(),
                "T",
                null,
                talk.changedAt(),
                talk.changedAt(),
                talk.openedAt());
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, line, rows);
        }
    }

    private static void message(Talk talk, int line, Inserts rows) {
        var said = talk.lines().get(line);
        boolean isCustomer = said.role() == Role.CUSTOMER;
        rows.into(
                "ost_thread_entry",
                talk.number() * 100 + line,
                0,
                7 + talk.number(),
                isCustomer ? 0 : talk.agent(),
                isCustomer ? talk.customer() : 0,
                isCustomer ? "M" : said.role() == Role.NOTE ? "N" : "R",
                0,
                isCustomer ? talk.customerName() : talk.agentName(),
                "Web",
                line == 0 ? "Consulta" : null,
                said.text(),
                "text",
                "",
                said.at(),
                said.at());
    }

    @Override
    public List<Edit> edits() {
        return List.of(
                Edit.of("chat: thread.object_id", "chat: thread.object_id", "where: {thread.object_type: T}"),
                Edit.of("- {role: agent, when: {type: \"N\"}}", "- {role: note, when: {type: \"N\"}}"));
    }
}
