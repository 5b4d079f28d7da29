package dev.dictamen.worker.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the partitions of a backlog level in time: a consumer alone would drain what it has fetched of one partition before
 * it turns to the next.
 *
 * <pre>
 *   when the record read last was written (a row a partition)
 *   p0  ────────●                        furthest behind: read on
 *   p1  ─────────●                       within the slack of it: read on
 *   p2  ──────────────────●              ahead: leave alone until p0 has come within the slack
 *   p3  ──●  (its end)                   nothing more to read: holds up nobody
 *   p4  ──●  (silent for too long)       has more, but gives nothing: holds up nobody
 * </pre>
 *
 * A partition that is left alone, or not read because the window is full, is not silent: only one that was polled and gave
 * nothing is. Times of records are those of the brokers; silence is measured on this host. For the poll thread only.
 */
final class OldestFirst {
    private static final Logger log = LoggerFactory.getLogger(OldestFirst.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofMillis(500);
    private static final Duration MOST_SILENCE = Duration.ofMillis(500);

    /** Older than any record: what was never read comes first. */
    private static final long UNREAD = Long.MIN_VALUE;

    private final Map<TopicPartition, ReadUpTo> reached = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private long lookedAtNanos = System.nanoTime() - LOOK_EVERY.toNanos();

    /**
     * How far a partition was read.
     *
     * @param writtenAtMs when the record read last was written
     * @param silentSinceNanos since when it is polled and gives nothing
     */
    private record ReadUpTo(long writtenAtMs, long silentSinceNanos) {
        ReadUpTo notSilent(long nowNanos) {
            return new ReadUpTo(writtenAtMs, nowNanos);
        }
    }

    /** Notes how far each partition was read. */
    void read(ConsumerRecords<?, ?> records, long nowNanos) {
        for (var partition : records.partitions()) {
            var last = records.records(partition).getLast();
            reached.put(partition, new ReadUpTo(last.timestamp(), nowNanos));
        }
    }

    /** Nothing is read for now: nobody is silent. */
    void rest(long nowNanos) {
        reached.replaceAll((partition, upTo) -> upTo.notSilent(nowNanos));
    }

    /** The partitions to leave alone until the others have caught up. */
    Set<TopicPartition> ahead(Consumer<?, ?> consumer, long nowNanos) {
        var assigned = consumer.assignment();
        reached.keySet().retainAll(assigned);
        assigned.forEach(partition -> reached.putIfAbsent(partition, new ReadUpTo(UNREAD, nowNanos)));
        lookForEnds(consumer, nowNanos);
        var furthestBehind = furthestBehind(assigned, consumer, nowNanos);
        var ahead = furthestBehind == null
                ? Set.<TopicPartition>of()
                : assigned.stream()
                        .filter(partition -> upTo(partition).writtenAtMs > furthestBehind + SLACK.toMillis())
                        .collect(Collectors.toSet());
        consumer.paused().stream()
                .filter(partition -> !ahead.contains(partition))
                .forEach(partition -> reached.computeIfPresent(partition, (same, upTo) -> upTo.notSilent(nowNanos)));
        return ahead;
    }

    /** When the last record of the partition furthest behind was written, null where none has to be waited for. */
    private @Nullable Long furthestBehind(Collection<TopicPartition> assigned, Consumer<?, ?> consumer, long nowNanos) {
        return assigned.stream()
                .filter(partition -> isWaitedFor(partition, consumer, nowNanos))
                .map(partition -> upTo(partition).writtenAtMs)
                .min(Long::compare)
                .orElse(null);
    }

    private boolean isWaitedFor(TopicPartition partition, Consumer<?, ?> consumer, long nowNanos) {
        var end = ends.get(partition);
        boolean hasMore = end == null || end > consumer.position(partition);
        boolean isSilent = nowNanos - upTo(partition).silentSinceNanos >= MOST_SILENCE.toNanos();
        return hasMore && (!isSilent || consumer.paused().contains(partition));
    }

    /** The consumer itself learns of no newer end while a partition is paused. */
    private void lookForEnds(Consumer<?, ?> consumer, long nowNanos) {
        if (nowNanos - lookedAtNanos < LOOK_EVERY.toNanos()) {
            return;
        }
        lookedAtNanos = nowNanos;
        try {
            ends = consumer.endOffsets(consumer.assignment(), MOST_SILENCE);
        } catch (TimeoutException e) {
            log.debug("event=ends-not-known", e);
        }
    }

    private ReadUpTo upTo(TopicPartition partition) {
        return Objects.requireNonNull(reached.get(partition));
    }
}
