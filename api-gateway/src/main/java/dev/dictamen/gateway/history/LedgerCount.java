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
 * How many chats share an outcome, and where they were skipped or failed the reason.
 *
 * @param outcome "provisional" for chats whose verdict is not final, null for chats without any
 * @param oldest when the first of the chats without a final outcome was stored
 */
record LedgerCount(
        @Nullable String outcome,
        @Nullable String reason,
        long chats,
        @Nullable Instant oldest) {
    private static final String PROVISIONAL = "provisional";
    private static final String SKIPPED = "skipped";
    private static final String FAILED = "failed";

    static LedgerCount read(ResultSet row, int index) throws SQLException {
        return new LedgerCount(
                row.getString("outcome"), row.getString("reason"), row.getLong("chats"), Rows.instant(row, "oldest"));
    }

    /** Chats of which there is nothing but dead letters. */
    static LedgerCount deadLetters(long chats) {
        return new LedgerCount(FAILED, "dead_letter", chats, null);
    }

    /** The counts as one account, whatever their order. */
    static Ledger ledger(List<LedgerCount> counts, Instant now) {
        return new Ledger(
                sum(counts, count -> true),
                sum(counts, count -> "scored".equals(count.outcome)),
                sum(counts, count -> SKIPPED.equals(count.outcome)),
                sum(counts, count -> FAILED.equals(count.outcome)),
                sum(counts, count -> count.outcome == null || PROVISIONAL.equals(count.outcome)),
                sum(counts, count -> PROVISIONAL.equals(count.outcome)),
                oldestSeconds(counts, now),
                reasons(counts, SKIPPED),
                reasons(counts, FAILED));
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

    private static Map<String, Long> reasons(List<LedgerCount> counts, String outcome) {
        return counts.stream()
                .filter(count -> outcome.equals(count.outcome) && count.reason != null && count.chats > 0)
                .collect(Collectors.toMap(
                        count -> String.valueOf(count.reason), LedgerCount::chats, Long::sum, TreeMap::new));
    }
}
