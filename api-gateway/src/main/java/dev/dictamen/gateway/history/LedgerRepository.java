package dev.dictamen.gateway.history;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.gateway.security.Reader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what became of every chat. An answer is kept for half a second, however many ask. Blocks. */
@Repository
public class LedgerRepository {
    private static final String COUNT = """
            SELECT CASE WHEN e.finality > 0 THEN e.outcome
                        WHEN d.chat_id IS NOT NULL THEN 'failed'
                        WHEN e.finality = 0 THEN 'provisional' END AS outcome,
                   CASE WHEN e.finality > 0 THEN e.outcome_reason
                        WHEN d.chat_id IS NOT NULL THEN 'dead_letter' END AS reason,
                   COUNT(*) AS chats,
                   MIN(CASE WHEN (e.chat_id IS NULL OR e.finality = 0) AND d.chat_id IS NULL
                            THEN c.ingested_at END) AS oldest
            FROM chat c
            LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = ? AND e.revision >= c.revision
            LEFT JOIN (SELECT chat_id, MAX(revision) AS revision FROM dead_letter GROUP BY chat_id) d
                ON d.chat_id = c.chat_id AND d.revision >= c.revision
            """;
    private static final String GROUP = " GROUP BY 1, 2";
    /** Chats that never came to be stored, and records that name none. */
    private static final String UNKNOWN = """
            SELECT COUNT(DISTINCT COALESCE(d.chat_id, d.place)) FROM dead_letter d
            LEFT JOIN chat c ON c.chat_id = d.chat_id
            WHERE c.chat_id IS NULL
            """;

    private static final Duration FRESH = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<Reader.Scope, Ledger> counted =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1000).build(this::count);

    LedgerRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The ledger of what this reader may see. */
    public Ledger of(Reader reader) {
        return counted.get(reader.scope());
    }

    private Ledger count(Reader.Scope scope) {
        var conditions = new Conditions();
        conditions.addScope("c.team", scope);
        var counts = new ArrayList<LedgerCount>(jdbc.sql(COUNT + conditions.where() + GROUP)
                .param(Evaluation.LIVE_RUN)
                .params(conditions.values())
                .query(LedgerCount::read)
                .list());
        if (scope.seesAll()) {
            counts.add(
                    LedgerCount.deadLetters(jdbc.sql(UNKNOWN).query(Long.class).single()));
        }
        return LedgerCount.ledger(counts, clock.instant());
    }
}
