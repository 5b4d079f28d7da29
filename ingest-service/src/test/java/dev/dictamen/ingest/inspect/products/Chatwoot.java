package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chatwoot's shape on MySQL: numbers for statuses and kinds, polymorphic senders, no closing time but the last activity. */
final class Chatwoot implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");

    @Override
    public String name() {
        return "chatwoot";
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
        return "messages";
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("accounts", 1, "Tienda", 0, LONG_AGO);
        rows.into("inboxes", 1, 1, 1, "Web", "Channel::WebWidget", "Hola", LONG_AGO);
        rows.into("teams", 1, "soporte", null, 1, LONG_AGO);
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var name = Talks.NAMES.get(agent - 1);
            rows.into("users", agent, "email", "a" + agent, name, name, "a@x.example", 0, LONG_AGO);
            rows.into("canned_responses", agent, 1, "hola", "Hola, le atiende el equipo de soporte", LONG_AGO);
            rows.into("notes", agent, "Cliente de toda la vida, tratar con mimo", 1, agent, agent, LONG_AGO);
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        rows.into(
                "contacts",
                500 + talk.number(),
                talk.customerName(),
                "c@x.example",
                null,
                1,
                null,
                talk.changedAt(),
                talk.openedAt());
        rows.into(
                "conversations",
                talk.number(),
                1,
                1,
                talk.isClosed() ? 1 : 0,
                talk.agent(),
                talk.openedAt(),
                talk.changedAt(),
                500 + talk.number(),
                talk.number(),
                talk.changedAt(),
                talk.changedAt(),
                "{\"browser\": {}}",
                "00000000-0000-4000-8000-%012d".formatted(talk.number()),
                null,
                talk.changedAt(),
                1,
                null,
                null,
                null);
        rows.into(
                "reporting_events",
                talk.number(),
                "first_response",
                12.5,
                1,
                1,
                talk.agent(),
                talk.number(),
                talk.changedAt());
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, line, rows);
        }
    }

    private static void message(Talk talk, int line, Inserts rows) {
        var said = talk.lines().get(line);
        rows.into(
                "messages",
                talk.number() * 100 + line,
                said.text(),
                1,
                1,
                talk.number(),
                type(said.role()),
                said.at(),
                said.at(),
                said.role() == Role.NOTE ? 1 : 0,
                0,
                null,
                0,
                "{}",
                sender(said.role()),
                said.role() == Role.CUSTOMER ? (Integer) (500 + talk.number()) : (Integer) talk.agent());
    }

    private static int type(Role role) {
        return switch (role) {
            case CUSTOMER -> 0;
            case AGENT, NOTE, BOT -> 1;
            case SYSTEM -> 2;
        };
    }

    private static @Nullable String sender(Role role) {
        return switch (role) {
            case CUSTOMER -> "Contact";
            case AGENT, NOTE, BOT -> "User";
            case SYSTEM -> null;
        };
    }

    @Override
    public List<Edit> edits() {
        return List.of(Edit.of(
                "- {role: customer, when: {sender_type: Contact}}",
                "- {role: customer, when: {sender_type: Contact}}",
                "- {role: system, when: {message_type: 2}}"));
    }
}
