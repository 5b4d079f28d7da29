package dev.dictamen.gateway.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest report of each reporter on each subject. A report older than ten seconds is forgotten.
 *
 * @param <T> the report
 */
public final class StatusBoard<T> {
    private static final Duration STALE = Duration.ofSeconds(10);

    private final Report<T> report;
    private final Clock clock;
    private final Map<Key, T> newest = new ConcurrentHashMap<>();

    StatusBoard(Report<T> report, Clock clock) {
        this.report = report;
        this.clock = clock;
    }

    /** What the board must know of a kind of report. */
    record Report<T>(Class<T> type, Function<T, Key> key, Function<T, Instant> reportedAt) {}

    /** What is reported on, and by whom; the board is in this order. */
    record Key(String subject, String reporter) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::subject).thenComparing(Key::reporter);
    }

    /** In order of their subjects. */
    public List<T> current() {
        Instant oldest = clock.instant().minus(STALE);
        newest.values().removeIf(found -> report.reportedAt().apply(found).isBefore(oldest));
        return newest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Key.ORDER))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Records of any other type are passed over. */
    void take(@Nullable Object record) {
        if (report.type().isInstance(record)) {
            T found = report.type().cast(record);
            newest.put(report.key().apply(found), found);
        }
    }
}
