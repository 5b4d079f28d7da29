package dev.dictamen.worker.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
 * it turns to the next. Partitions that are further on in time than the one furthest behind wait for it; one that has
 * something to read but gives nothing for a while holds up nobody. For the poll thread only.
 */
final class OldestFirst {
    private static final Logger LOG = LoggerFactory.getLogger(OldestFirst.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Older than any record: what was never read comes first. */
    private static final long UNREAD = Long.MIN_VALUE;

    private final Map<TopicPartition, Progress> progress = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private long lookedAtNanos = System.nanoTime() - LOOK_EVERY.toNanos();

    /** Notes how far each partition was read. */
    void read(ConsumerRecords<?, ?> records, long nowNanos) {
        for (var partition : records.partitions()) {
            var read = records.records(partition);
            progress.put(partition, new Progress(read.getLast().timestamp(), nowNanos));
        }
    }

    /** Nothing is read for now: nobody's patience runs. */
    void rest(long nowNanos) {
        progress.replaceAll((partition, state) -> new Progress(state.timestamp, nowNanos));
    }

    /** The partitions to leave alone until the others have caught up. */
    Set<TopicPartition> ahead(Consumer<?, ?> consumer, long nowNanos) {
        var assigned = consumer.assignment();
        progress.keySet().retainAll(assigned);
        assigned.forEach(partition -> progress.putIfAbsent(partition, new Progress(UNREAD, nowNanos)));
        look(consumer, nowNanos);
        var oldest = oldest(assigned, consumer, nowNanos);
        var ahead = oldest == null
                ? Set.<TopicPartition>of()
                : assigned.stream()
                        .filter(partition -> isAfter(progress.get(partition), oldest + SLACK.toMillis()))
                        .collect(Collectors.toSet());
        consumer.paused().stream()
                .filter(partition -> !ahead.contains(partition))
                .forEach(partition -> {
                    progress.computeIfPresent(partition, (same, state) -> new Progress(state.timestamp, nowNanos));
                });
        return ahead;
    }

    private @Nullable Long oldest(Collection<TopicPartition> assigned, Consumer<?, ?> consumer, long nowNanos) {
        @Nullable Long oldest = null;
        for (var partition : assigned) {
            var state = progress.get(partition);
            if (state != null
                    && isBehind(partition, state, consumer, nowNanos)
                    && (oldest == null || state.timestamp < oldest)) {
                oldest = state.timestamp;
            }
        }
        return oldest;
    }

    /** The consumer itself learns of no newer end while a partition is paused. */
    private void look(Consumer<?, ?> consumer, long nowNanos) {
        if (nowNanos - lookedAtNanos < LOOK_EVERY.toNanos()) {
            return;
        }
        lookedAtNanos = nowNanos;
        try {
            ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        } catch (TimeoutException e) {
            LOG.debug("ends not known: {}", e.getMessage());
        }
    }

    private boolean isBehind(TopicPartition partition, Progress state, Consumer<?, ?> consumer, long nowNanos) {
        var end = ends.get(partition);
        boolean hasMore = end == null || end > consumer.position(partition);
        boolean isPatient = nowNanos - state.awaitedSinceNanos < PATIENCE.toNanos();
        return hasMore && (isPatient || consumer.paused().contains(partition));
    }

    private static boolean isAfter(@Nullable Progress state, long timestamp) {
        return state != null && state.timestamp > timestamp;
    }

    /** When the last record read was written (ms since 1970), and since when the next is awaited. */
    private record Progress(long timestamp, long awaitedSinceNanos) {}
}
