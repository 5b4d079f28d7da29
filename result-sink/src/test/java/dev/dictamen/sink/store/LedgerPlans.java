package dev.dictamen.sink.store;

import org.springframework.jdbc.core.JdbcTemplate;

/** How the server means to run the gateway's scans of the ledger. */
final class LedgerPlans {
    private final JdbcTemplate jdbc;

    LedgerPlans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String ofCounting() {
        return plan("""
                EXPLAIN SELECT e.outcome, COUNT(*), MIN(c.ingested_at) FROM chat c
                LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = 'live' AND e.revision >= c.revision
                LEFT JOIN (SELECT chat_id, MAX(revision) AS revision FROM dead_letter GROUP BY chat_id) d
                    ON d.chat_id = c.chat_id AND d.revision >= c.revision
                GROUP BY e.outcome
                """);
    }

    String ofLookingForLateChats() {
        return plan("""
                EXPLAIN SELECT COUNT(*), MIN(GREATEST(COALESCE(c.closed_at, c.ingested_at), c.ingested_at)) FROM chat c
                LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = 'live' AND e.revision >= c.revision
                    AND e.finality > 0
                WHERE c.ingested_at >= '2026-01-01' AND e.chat_id IS NULL
                """);
    }

    /** In MariaDB's words. */
    private String plan(String explain) {
        return jdbc.queryForList(explain).toString().replace("Covering index", "Using index");
    }
}
