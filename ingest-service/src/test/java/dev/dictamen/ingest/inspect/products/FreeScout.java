package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FreeScout: numbers for everything, threads that are messages, notes or line items. */
final class FreeScout implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");

    @Override
    public String name() {
        return "freescout";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.NOTE, Role.SYSTEM);
    }

    @Override
    public String chatTable() {
        return "conversations";
    }

    @Override
    public String messageTable() {
        return "threads";
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("mailboxes", 1, "Soporte", "hola@x.example", null, LONG_AGO);
        rows.into("folders", 1, 1, 1, 0);
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var names = Talks.NAMES.get(agent - 1).split(" ");
            rows.into("users", agent, names[0], names[1], "a@x.example", 1, 1, 1, LONG_AGO);
            rows.into("activity_log", agent, "users", "entró en el panel", agent, agent, "[]", LONG_AGO);
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        rows.into("customers", 900 + talk.number(), talk.customerName(), null, null, null, talk.openedAt());
        rows.into(
                "conversations",
                talk.number(),
                70 + talk.number(),
                talk.lines().size(),
                3,
                1,
                talk.isClosed() ? 3 : 1 + talk.number() % 2,
                2,
                "Consulta",
                "c@x.example",
                talk.lines().getFirst().text(),
                0,
                0,
                1,
                talk.agent(),
                900 + talk.number(),
                1,
                2,
                talk.isClosed() ? (Integer) talk.agent() : null,
                talk.closedAt(),
                talk.changedAt(),
                talk.changedAt(),
                1,
                talk.openedAt(),
                talk.changedAt());
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, line, rows);
        }
    }

    private static void message(Talk talk, int line, Inserts rows) {
        var said = talk.lines().get(line);
        boolean isCustomer = said.role() == Role.CUSTOMER;
        int type = type(said.role());
        rows.into(
                "threads",
                talk.number() * 100 + line,
                talk.number(),
                talk.agent(),
                type,
                type == 4 ? 3 : 1,
                2,
                type == 4 ? 1 : null,
                said.text(),
                null,
                null,
                null,
                isCustomer ? 1 : 2,
                2,
                900 + talk.number(),
                ofAgent(talk, isCustomer),
                isCustomer ? (Integer) (900 + talk.number()) : null,
                line == 0 ? 1 : 0,
                said.at(),
                said.at());
        rows.into(
                "send_log", talk.number() * 100 + line, talk.number() * 100 + line, null, "c@x.example", 1, said.at());
    }

    private static @Nullable Integer ofAgent(Talk talk, boolean isCustomer) {
        return isCustomer ? null : talk.agent();
    }

    private static int type(Role role) {
        return switch (role) {
            case CUSTOMER -> 1;
            case AGENT, BOT -> 2;
            case NOTE -> 3;
            case SYSTEM -> 4;
        };
    }

    @Override
    public List<Edit> edits() {
        return List.of(Edit.of("- {role: agent, when: {type: 3}}", "- {role: note, when: {type: 3}}"));
    }
}
