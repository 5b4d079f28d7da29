package dev.dictamen.gateway.comparison;

import dev.dictamen.gateway.history.Conditions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the compared chats page by page in the order in which the run judged them, so that no more than a page is held and no connection
 * waits for a slow client. Blocks.
 */
@Repository
class ExportRepository {
    private static final String COLUMNS = """
            SELECT r.chat_id, r.agent_id, r.agent_name, r.team, r.channel, r.language, r.closed_at, r.evaluated_at,
                   w.score AS with_score, w.reason AS with_reason, w.improvement AS with_improvement,
                   w.simulated AS with_simulated,
                   r.score AS run_score, r.reason AS run_reason, r.improvement AS run_improvement,
                   r.simulated AS run_simulated,
                   CAST(r.score_value AS SIGNED) - CAST(w.score_value AS SIGNED) AS shift, c.attributes""";
    private static final String CHAT = " LEFT JOIN chat c ON c.chat_id = r.chat_id";
    private static final String LAST = "SELECT MAX(evaluated_at) FROM evaluation WHERE run_id = ?";

    private final JdbcClient jdbc;

    ExportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the run's newest verdict was given; empty when there is none. */
    Optional<Instant> lastEvaluatedAt(TwoRuns runs) {
        return jdbc.sql(LAST)
                .param(runs.run())
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** @param until what is judged after it is not read: a chat that is judged again meanwhile would come twice */
    List<ExportLine> page(TwoRuns runs, ExportLine.Position after, Instant until, int limit) {
        Conditions conditions = runs.conditions();
        Timestamp at = Timestamp.from(after.evaluatedAt());
        conditions.add("r.evaluated_at BETWEEN ? AND ?", at, Timestamp.from(until));
        conditions.add("(r.evaluated_at > ? OR r.chat_id > ?)", at, after.chatId());
        return jdbc.sql(COLUMNS + TwoRuns.TABLES + CHAT + conditions.where()
                        + " ORDER BY r.evaluated_at, r.chat_id LIMIT " + limit)
                .params(conditions.values())
                .query(ExportLine::read)
                .list();
    }
}
