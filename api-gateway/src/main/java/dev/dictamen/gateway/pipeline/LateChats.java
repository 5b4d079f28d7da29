package dev.dictamen.gateway.pipeline;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.gateway.history.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the live chats that wait too long for their final outcome; one that was set aside waits for none. Reads one index, no transcript. Blocks. */
@Repository
class LateChats {
    private static final String FIND = """
            SELECT COUNT(*) AS chats,
                   MIN(GREATEST(COALESCE(c.closed_at, c.ingested_at), c.ingested_at)) AS oldest,
                   MIN(c.ingested_at) AS first_ingested
            FROM chat c
            LEFT JOIN evaluation e
                ON e.chat_id = c.chat_id AND e.run_id = ? AND e.revision >= c.revision AND e.finality > 0
            WHERE c.ingested_at >= ? AND c.ingested_at < ? AND e.chat_id IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM dead_letter d WHERE d.chat_id = c.chat_id AND d.revision >= c.revision)
                AND (c.closed_at IS NULL
                    OR c.closed_at < ? AND c.closed_at >= c.ingested_at - INTERVAL ? SECOND)
            """;

    private final JdbcClient jdbc;
    private final SloProperties properties;

    LateChats(JdbcClient jdbc, SloProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * @param oldest since when the first of them waits; null when there is none
     * @param firstIngested when the first of them was seen
     */
    record Found(
            long chats, @Nullable Instant oldest, @Nullable Instant firstIngested) {
        static final Found NONE = new Found(0, null, null);
    }

    /** @param from chats seen before this are known to be done */
    Found find(Instant from, Instant now) {
        Timestamp late = Timestamp.from(now.minus(properties.objective()));
        return jdbc.sql(FIND)
                .params(
                        Evaluation.LIVE_RUN,
                        Timestamp.from(from),
                        late,
                        late,
                        properties.backlogAfter().toSeconds())
                .query(LateChats::read)
                .single();
    }

    private static Found read(ResultSet row, int index) throws SQLException {
        return new Found(row.getLong("chats"), Rows.instant(row, "oldest"), Rows.instant(row, "first_ingested"));
    }
}
