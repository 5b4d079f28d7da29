package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** WP Live Chat Support within a WordPress: posts with their comments beside it, numbers for statuses and directions. */
final class WpLiveChat implements Product {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T09:00:00Z");

    @Override
    public String name() {
        return "wplivechat";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CUSTOMER, Role.AGENT, Role.SYSTEM);
    }

    @Override
    public String chatTable() {
        return "wp_wplc_chat_sessions";
    }

    @Override
    public String messageTable() {
        return "wp_wplc_chat_msgs";
    }

    @Override
    public void setUp(Inserts rows) {
        for (int agent = 1; agent <= Talks.AGENTS; agent++) {
            rows.into("wp_users", agent, "op" + agent, "a@x.example", LONG_AGO, Talks.NAMES.get(agent - 1));
        }
        for (int post = 1; post <= 60; post++) {
            var at = LONG_AGO.plusSeconds(post * 86_400L);
            rows.into(
                    "wp_posts",
                    post,
                    1,
                    at,
                    "Cómo elegir una buena lámpara de mesa " + post,
                    "Lámparas",
                    post % 9 == 0 ? "draft" : "publish",
                    "open",
                    at,
                    "post",
                    4);
            for (int comment = 0; comment < 4; comment++) {
                boolean isAgent = comment % 2 == 1;
                rows.into(
                        "wp_comments",
                        post * 10 + comment,
                        post,
                        isAgent ? "Irene" : "Lector " + post,
                        "l@x.example",
                        at.plusSeconds(comment * 7_000L),
                        "Muy buen artículo, lo comparto con mi madre",
                        "1",
                        "comment",
                        0,
                        isAgent ? 1 : 0);
            }
            rows.into("wp_options", post, "opcion_" + post, "a:1:{s:3:\"uno\";i:" + post + ";}", "yes");
            rows.into(
                    "wp_wplc_offline_messages",
                    post,
                    at,
                    "Ana",
                    "ana@x.example",
                    "¿Me llaman cuando abran, por favor?",
                    "192.0.2.9");
        }
    }

    @Override
    public void write(Talk talk, Inserts rows) {
        rows.into(
                "wp_wplc_chat_sessions",
                talk.number(),
                talk.openedAt(),
                talk.customerName(),
                "c@x.example",
                "192.0.2.8",
                talk.isClosed() ? 1 : 3,
                "s" + talk.number() * 7_919,
                "https://shop.example/p/" + talk.number(),
                talk.changedAt(),
                talk.agent(),
                "a:0:{}",
                "",
                0);
        for (int line = 0; line < talk.lines().size(); line++) {
            var said = talk.lines().get(line);
            int originates = said.role() == Role.CUSTOMER ? 2 : said.role() == Role.AGENT ? 1 : 0;
            rows.into(
                    "wp_wplc_chat_msgs",
                    talk.number() * 100 + line,
                    talk.number(),
                    originates == 2 ? talk.customerName() : originates == 1 ? talk.agentName() : "Sistema",
                    said.text(),
                    said.at(),
                    1,
                    originates,
                    "a:0:{}",
                    originates == 1 ? talk.agent() : 0,
                    originates == 2 ? talk.agent() : 0);
        }
    }

    @Override
    public List<Edit> edits() {
        return List.of();
    }
}
