package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.util.List;
import java.util.Set;

/** Mibew Messenger: names with a type's letters, numbers for states and kinds, times in seconds, 0 for none. */
final class Mibew implements Product {
    @Override
    public String name() {
        return "mibew";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.NOTE, Role.SYSTEM);
    }

    @Override
    public String chatTable() {
        return "mibew_thread";
    }

    @Override
    public String messageTable() {
        return "mibew_message";
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("mibew_opgroup", 1, null, null, "Soporte", "Support", "", 0);
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            var name = Talks.NAMES.get(agent - 1);
            rows.into("mibew_operator", agent, "op" + agent, name, name, "op@x.example", 1_700_000_000, 0, 7);
            rows.into("mibew_cannedmessage", agent, "es", 1, "saludo", "Hola, le atiende el equipo de soporte");
            rows.into(
                    "mibew_translation",
                    agent,
                    "es",
                    "",
                    "Please wait a moment " + agent,
                    "Espere un momento, por favor");
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        long opened = Inserts.unix(talk.openedAt());
        rows.into(
                "mibew_thread",
                talk.number(),
                talk.customerName(),
                "v" + talk.customer(),
                talk.agentName(),
                talk.agent(),
                opened,
                opened + 3,
                Inserts.unix(talk.changedAt()),
                Inserts.unix(talk.closedAt()),
                talk.number() * 31,
                talk.isClosed() ? 3 : 2,
                0,
                7_777 + talk.number(),
                "192.0.2.7",
                "https://shop.example/ayuda?p=" + talk.number(),
                0,
                "es",
                Inserts.unix(talk.changedAt()),
                0,
                "Mozilla/5.0 (X11; Linux x86_64)",
                "" + talk.lines().size(),
                1);
        rows.into(
                "mibew_sitevisitor",
                talk.number(),
                "v" + talk.customer(),
                talk.customerName(),
                opened - 60,
                Inserts.unix(talk.changedAt()),
                "https://shop.example/",
                "a:1:{s:2:\"ip\";s:9:\"192.0.2.7\";}",
                talk.number());
        for (int line = 0; line < talk.lines().size(); line++) {
            message(talk, line, rows);
        }
    }

    private static void message(Talk talk, int line, Inserts rows) {
        var said = talk.lines().get(line);
        boolean isAgent = said.role() == Role.AGENT || said.role() == Role.NOTE;
        rows.into(
                "mibew_message",
                talk.number() * 100 + line,
                talk.number(),
                kind(said.role()),
                isAgent ? talk.agent() : 0,
                said.text(),
                "",
                null,
                Inserts.unix(said.at()),
                isAgent ? talk.agentName() : said.role() == Role.CUSTOMER ? talk.customerName() : null);
    }

    private static int kind(Role role) {
        return switch (role) {
            case CUSTOMER -> 1;
            case AGENT -> 2;
            case NOTE -> 3;
            case SYSTEM, BOT -> 6;
        };
    }

    @Override
    public List<Edit> edits() {
        return List.of(Edit.of("- {role: agent, when: {ikind: 3}}", "- {role: note, when: {ikind: 3}}"));
    }
}
