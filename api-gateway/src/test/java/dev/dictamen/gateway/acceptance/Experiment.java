package dev.dictamen.gateway.acceptance;

import dev.dictamen.gateway.acceptance.StoredVerdicts.Standing;
import dev.dictamen.gateway.comparison.ComparedRuns;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway with a live run and replays over the same chats. It is never closed: it ends with the JVM, as its broker and its database
 * do.
 */
final class Experiment {
    static final List<String> SCORES = List.of("horrible", "bad", "neutral", "good", "great");
    static final String RUN = "r-20261120-first";
    static final String OTHER = "r-20261121-other";
    static final String EMPTY = "r-20261122-empty";
    private static final String HOSTILE = "=HYPERLINK(\"evil\",\"click\")";
    static final String LONG = "r-20261123-long";
    static final String LONGER = "r-20261124-longer";
    static final int CHATS = 60;
    static final int MANY_CHATS = 1200;
    static final Gateway GATEWAY = filled();
    static final Client ADMIN = GATEWAY.admin();
    /** Sees every third of the compared chats. */
    static final Client SALES = new Client(GATEWAY).signedIn("sales");

    private static Gateway filled() {
        var gateway = new Gateway(
                "comparison",
                context -> context.registerBean(
                        ComparedRuns.class,
                        () -> new RunsOfTests(List.of(RUN, OTHER, EMPTY, LONG, LONGER)),
                        bean -> bean.setPrimary(true)));
        gateway.addUser("sales", "supervisor", "[\"Ventas\"]");
        var stored = new StoredVerdicts(gateway);
        for (int i = 0; i < CHATS; i++) {
            var team = i % 3 == 0 ? "Ventas" : "Facturación";
            stored.chat("chat-" + i, team, attributes(i));
            stored.verdict("chat-" + i, "live", team, 1 + i % 5);
            stored.verdict("chat-" + i, RUN, team, 1 + Math.min(4, (i % 5 + i % 7 / 4 + i % 11 / 9)));
        }
        fillWhatIsNotCompared(stored);
        stored.manyVerdicts(LONG, MANY_CHATS);
        stored.manyVerdicts(LONGER, MANY_CHATS);
        return gateway;
    }

    private static String attributes(int i) {
        return i % 4 == 0
                ? "{\"csat\":\"" + (1 + i % 5) + "\",\"resolved\":\"" + (i % 8 == 0) + "\",\"intent\":\"reembolso\"}"
                : i % 4 == 1 ? "{\"csat\":\"excelente\"}" : "{}";
    }

    private static void fillWhatIsNotCompared(StoredVerdicts stored) {
        stored.verdict("only-live", "live", "Ventas", 1);
        stored.verdict("only-run", RUN, "Ventas", 5);
        stored.verdict("only-run-2", RUN, "Facturación", 5);
        stored.verdict("meanwhile", "live", "Ventas", 1, new Standing(1, "scored", true));
        stored.verdict("meanwhile", RUN, "Ventas", 5);
        stored.verdict("failed", "live", "Ventas", 1, new Standing(1, "failed", true));
        stored.verdict("failed", RUN, "Ventas", 5);
        stored.verdict("reopened", "live", "Ventas", 1, new Standing(2, "scored", false));
        stored.verdict("reopened", RUN, "Ventas", 5);
        stored.chat("evil", "Ventas", "{\"intent\":\"@SUM(A1)\"}");
        stored.verdict("evil", "live", new String[] {"Ventas", HOSTILE, "+1"}, 5, Standing.FINAL);
        stored.verdict("evil", OTHER, new String[] {"Ventas", HOSTILE, "Lügen, \"quotes\"\nñ"}, 1, Standing.FINAL);
    }

    private Experiment() {}

    static String path(String run, String rest) {
        return "/api/replays/" + run + "/" + rest;
    }

    static List<JsonNode> exported(Client client, String run) {
        return client.get(path(run, "export?format=jsonl"))
                .text()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
