package dev.dictamen.gateway.history;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.gateway.auth.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what became of every chat. An answer is kept for half a second, however many ask. Blocks. */
@Repository
public class LedgerRepository {
    private static final String COUNT = """
            SELECT COUNT(*) AS closed,
                   COALESCE(SUM(e.outcome = 'scored'), 0) AS scored,
                   COALESCE(SUM(e.outcome = 'skipped'), 0) AS skipped,
                   COALESCE(SUM(e.outcome = 'failed'), 0) AS failed,
                   COALESCE(SUM(e.chat_id IS NULL), 0) AS in_flight,
                   MIN(CASE WHEN e.chat_id IS NULL THEN c.ingested_at END) AS oldest
            FROM chat c
            LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = ? AND e.revision >= c.revision
            """;
    private static final Duration FRESH = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final LoadingCache<Scope, Ledger> counted =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1000).build(this::count);

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Scope(boolean isAll, Set<String> teams) {}

    /** The ledger of what this reader may see. */
    public Ledger of(Reader reader) {
        return counted.get(new Scope(reader.seesAll(), reader.seesAll() ? Set.of() : reader.teams()));
    }

    private Ledger count(Scope scope) {
        var conditions = new Conditions();
        if (!scope.isAll()) {
            conditions.addIn("c.team", scope.teams());
        }
        return Objects.requireNonNull(jdbc.sql(COUNT + conditions.where())
                .param(Evaluation.LIVE_RUN)
                .params(conditions.values())
                .query(LedgerRepository::read)
                .single());
    }

    private static Ledger read(ResultSet row, int index) throws SQLException {
        Timestamp oldest = row.getTimestamp("oldest");
        Long seconds = oldest == null
                ? null
                : Math.max(
                        0, Duration.between(oldest.toInstant(), Instant.now()).toSeconds());
        return new Ledger(
                row.getLong("closed"),
                row.getLong("scored"),
                row.getLong("skipped"),
                row.getLong("failed"),
                row.getLong("in_flight"),
                seconds);
    }
}
