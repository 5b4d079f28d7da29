package dev.dictamen.gateway.acceptance;

import java.util.List;

/** Puts chats and verdicts into the tables as the sink would. */
final class StoredVerdicts {
    private static final List<String> SCORES = List.of("horrible", "bad", "neutral", "good", "great");

    private final Gateway gateway;

    StoredVerdicts(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * What stands in a row besides its keys.
     *
     * @param revision of the chat
     * @param outcome scored, skipped or failed
     * @param provisional given by rules meanwhile
     */
    record Standing(int revision, String outcome, boolean provisional) {
        static final Standing FINAL = new Standing(1, "scored", false);
    }

    void chat(String id, String team, String attributesJson) {
        gateway.run(
                "INSERT INTO chat (chat_id, revision, source, agent_name, team, ingested_at, message_count, messages,"
                        + " attributes) VALUES (" + text(id) + ", 1, 'import', 'Marta', " + text(team)
                        + ", '2026-11-20 08:00:00', 1, '[]', " + text(attributesJson) + ")");
    }

    /** A final verdict by an agent called Marta; a simulator's in the live run, and in none else. */
    void verdict(String id, String run, String team, int score) {
        verdict(id, run, team, score, Standing.FINAL);
    }

    void verdict(String id, String run, String team, int score, Standing standing) {
        verdict(id, run, new String[] {team, "Marta", "Razón de " + run}, score, standing);
    }

    /** @param words team, agent's name, reason */
    void verdict(String id, String run, String[] words, int score, Standing standing) {
        var isLive = run.equals("live");
        gateway.run(
                "INSERT INTO evaluation (chat_id, run_id, evaluation_id, revision, outcome, score, score_value, reason,"
                        + " improvement, provisional, finality, judge_kind, model, prompt_version, simulated, tokens_in,"
                        + " tokens_cached, tokens_reasoning, tokens_out, attempts, raw_answer, team, agent_name, closed_at,"
                        + " ingested_at, started_at, evaluated_at) VALUES ("
                        + text(id) + ", " + text(run) + ", '0123', " + standing.revision() + ", "
                        + text(standing.outcome())
                        + ", " + text(SCORES.get(score - 1)) + ", " + score + ", " + text(words[2]) + ", 'Mejora.', "
                        + standing.provisional() + ", " + (standing.provisional() ? 0 : 1) + ", 'llm', 'gpt', "
                        + (isLive ? "'v1', TRUE, " : "'v2', FALSE, ")
                        + (isLive ? "100, 10, 5, 20" : "200, 30, 8, 40")
                        + ", 1, '{\"raw\":1}', " + text(words[0]) + ", " + text(words[1])
                        + ", '2026-11-20 07:59:00', '2026-11-20 08:00:00', '2026-11-20 08:00:00.000', "
                        + (isLive ? "'2026-11-20 08:00:02.500')" : "'2026-11-20 08:00:04.250')"));
    }

    /** Final verdicts on as many chats; the first half at one instant, and the rest three in each millisecond. */
    void manyVerdicts(String run, int chats) {
        gateway.run("INSERT INTO evaluation (chat_id, run_id, evaluation_id, revision, outcome, score, score_value,"
                + " simulated, attempts, team, ingested_at, started_at, evaluated_at) SELECT CONCAT('many-', seq), "
                + text(run) + ", '0123', 1, 'scored', 'good', 4, FALSE, 1, 'Masa', '2026-11-20 08:00:00',"
                + " '2026-11-20 08:00:00', '2026-11-20 09:00:00' + INTERVAL 1000 * (GREATEST(seq, " + chats / 2
                + ") DIV 3) MICROSECOND FROM seq_1_to_" + chats);
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
