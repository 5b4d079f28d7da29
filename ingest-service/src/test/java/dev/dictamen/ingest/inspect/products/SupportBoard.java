package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Support Board: who wrote is told by the kind of the user that a message points to; no time but those of creation. */
final class SupportBoard implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");
    private static final int BOT = 90;

    @Override
    public String name() {
        return "supportboard";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT);
    }

    @Override
    public String chatTable() {
        return "sb_conversations";
    }

    @Override
    public String messageTable() {
        return "sb_messages";
    }

    @Override
    public boolean hasClosingTime() {
        return false;
    }

    @Override
    public void setUp(Inserts rows) {
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var names = Talks.NAMES.get(agent - 1).split(" ");
            rows.into(
                    "sb_users",
                    agent,
                    names[0],
                    names[1],
                    "a@x.example",
                    "agent",
                    LONG_AGO,
                    "t" + agent,
                    LONG_AGO,
                    -1,
                    1);
        }
        rows.into("sb_users", BOT, "Bot", "", null, "bot", LONG_AGO, "t90", LONG_AGO, -1, null);
        for (int customer = 100; customer < 400; customer++) {
            rows.into(
                    "sb_users",
                    customer,
                    "Cliente",
                    "N" + customer,
                    null,
                    customer % 3 == 0 ? "lead" : "user",
                    LONG_AGO,
                    "t" + customer,
                    LONG_AGO,
                    -1,
                    null);
            rows.into("sb_users_data", customer, customer, "browser", "Browser", "Firefox");
        }
        rows.into("sb_settings", "chat-welcome", "{\"msg\": \"Hola, le atiende el equipo de soporte\"}");
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        int customer = 100 + talk.customer() % 300;
        rows.into(
                "sb_conversations",
                talk.number(),
                customer,
                null,
                talk.openedAt(),
                talk.isClosed() ? 3 : talk.number() % 2,
                1,
                talk.agent(),
                "",
                null,
                null);
        for (int line = 0; line < talk.lines().size(); line++) {
            var said = talk.lines().get(line);
            rows.into(
                    "sb_messages",
                    talk.number() * 100 + line,
                    said.role() == Role.CUSTOMER ? customer : talk.agent(),
                    said.text(),
                    said.at(),
                    0,
                    "",
                    "",
                    talk.number());
        }
    }

    @Override
    public List<Edit> edits() {
        return List.of();
    }
}
