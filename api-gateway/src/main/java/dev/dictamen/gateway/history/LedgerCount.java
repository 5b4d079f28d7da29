package dev.dictamen.gateway.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many chats share an outcome, and where they were skipped the reason.
 *
 * @param outcome "provisional" for chats whose verdict is not final, null for chats without any
 * @param oldest when the first of the chats without a final outcome was stored
 */
record LedgerCount(
        @Nullable String outcome,
        @Nullable String skipReason,
        long chats,
        @Nullable Instant oldest) {
    private static final String PROVISIONAL = "provisional";

    static LedgerCount read(ResultSet row, int index) throws SQLException {
        return new LedgerCount(
                row.getString("outcome"),
                row.getString("skip_reason"),
                row.getLong("chats"),
                Rows.instant(row, "oldest"));
    }

    /** The counts as one account, whatever their order. */
    static Ledger ledger(List<LedgerCount> counts, Instant now) {
        return new Ledger(
                sum(counts, count -> true),
                sum(counts, count -> "scored".equals(count.outcome)),
                sum(counts, count -> "skipped".equals(count.outcome)),
                sum(counts, count -> "failed".equals(count.outcome)),
                sum(counts, count -> count.outcome == null || PROVISIONAL.equals(count.outcome)),
                sum(counts, count -> PROVISIONAL.equals(count.outcome)),
                oldestSeconds(counts, now),
                skippedBy(counts));
    }

    private static long sum(List<LedgerCount> counts, Predicate<LedgerCount> which) {
        return counts.stream().filter(which).mapToLong(LedgerCount::chats).sum();
    }

    private static @Nullable Long oldestSeconds(List<LedgerCount> counts, Instant now) {
        return counts.stream()
                .map(LedgerCount::oldest)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds()))
                .orElse(null);
    }

    private static Map<String, Long> skippedBy(List<LedgerCount> counts) {
        return counts.stream()
                .filter(count -> count.skipReason != null)
                .collect(Collectors.toMap(LedgerCount::skipReason, LedgerCount::chats, Long::sum, TreeMap::new));
    }
}
