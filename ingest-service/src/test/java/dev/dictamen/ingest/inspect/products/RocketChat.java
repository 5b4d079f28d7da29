package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Rocket.Chat's collections as tables: keys of random letters, rooms of all kinds in one table, visitors by their token. */
final class RocketChat implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");

    @Override
    public String name() {
        return "rocketchat";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.SYSTEM);
    }

    @Override
    public String chatTable() {
        return "rocketchat_room";
    }

    @Override
    public String messageTable() {
        return "rocketchat_message";
    }

    @Override
    public String chatId(Talk talk) {
        return key('r', talk.number());
    }

    /** As random as Mongo's ids look, and the same each time. */
    private static String key(char kind, int number) {
        long scrambled = Math.floorMod((number + 7L) * 6_364_136_223_846_793_005L + kind, 4_738_381_338_321_616_896L);
        return kind + Long.toString(scrambled, 36) + "Kx" + number;
    }

    @Override
    public void setUp(Inserts rows) {
        rows.into("rocketchat_livechat_department", "depSoporte", "Soporte", 1, "s@x.example");
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            rows.into("users", key('u', agent), "op" + agent, Talks.NAMES.get(agent - 1), "user", "online", LONG_AGO);
            rows.into(
                    "rocketchat_settings",
                    "Greeting_" + agent,
                    "Hola, le atiende el equipo de soporte",
                    null,
                    LONG_AGO);
        }
        for (int room = 1; room <= 5; room++) {
            rows.into(
                    "rocketchat_room",
                    key('c', room),
                    "c",
                    "equipo" + room,
                    null,
                    3,
                    6,
                    null,
                    LONG_AGO,
                    LONG_AGO,
                    LONG_AGO,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            for (int line = 0; line < 3; line++) {
                var at = LONG_AGO.plusSeconds(room * 1_000L + line);
                rows.into(
                        "rocketchat_message",
                        key('m', 900_000 + room * 10 + line),
                        key('c', room),
                        "¿quién cubre el turno de tarde?",
                        at,
                        key('u', 1 + line),
                        "op" + (1 + line),
                        null,
                        null,
                        null,
                        at);
            }
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        var visitor = key('v', talk.customer());
        rows.into(
                "rocketchat_room",
                chatId(talk),
                "l",
                null,
                talk.customerName(),
                talk.lines().size(),
                2,
                talk.isClosed() ? null : 1,
                talk.openedAt(),
                talk.changedAt(),
                talk.changedAt(),
                talk.closedAt(),
                talk.isClosed() ? "user" : null,
                key('u', talk.agent()),
                "op" + talk.agent(),
                visitor,
                "guest-" + talk.customer(),
                "tk" + visitor,
                "depSoporte",
                "widget");
        rows.into(
                "rocketchat_subscription",
                key('s', talk.number()),
                chatId(talk),
                key('u', talk.agent()),
                0,
                talk.changedAt(),
                talk.openedAt());
        for (int line = 0; line < talk.lines().size(); line++) {
            var said = talk.lines().get(line);
            boolean isCustomer = said.role() == Role.CUSTOMER;
            boolean isSystem = said.role() == Role.SYSTEM;
            rows.into(
                    "rocketchat_message",
                    key('m', talk.number() * 100 + line),
                    chatId(talk),
                    said.text(),
                    said.at(),
                    isCustomer ? visitor : key('u', talk.agent()),
                    isCustomer ? "guest-" + talk.customer() : "op" + talk.agent(),
                    isSystem ? "livechat-close" : null,
                    isCustomer ? "tk" + visitor : null,
                    null,
                    said.at());
        }
    }

    @Override
    public List<Edit> edits() {
        return List.of(Edit.of(
                "- {role: customer, when: {token: {absent: false}}}",
                "- {role: customer, when: {token: {absent: false}}}",
                "- {role: system, when: {t: {absent: false}}}"));
    }
}
