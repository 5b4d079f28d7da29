package dev.dictamen.ingest.quote;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.kafka.TopicTail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The last report of each worker on each replica. Safe for all threads; the topic's tail writes it. */
public final class ReplicaBoard implements TopicTail.Reading {
    private static final Duration POLL = Duration.ofMillis(200);
    /** A worker reports every two seconds. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Map<String, ReplicaStatus> reports = new ConcurrentHashMap<>();
    private final Clock clock;

    public ReplicaBoard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        TopicTail.seekToTime(consumer, partitions, clock.instant().minus(FRESH));
    }

    @Override
    public void read(Consumer<?, ?> consumer) {
        consumer.poll(POLL).forEach(record -> {
            if (record.value() instanceof ReplicaStatus report) {
                reports.put(report.key(), report);
            }
        });
    }

    /** By reports that are still fresh. */
    public BulkCapacity capacity() {
        var oldest = clock.instant().minus(FRESH);
        reports.values().removeIf(report -> report.reportedAt().isBefore(oldest));
        return BulkCapacity.of(reports.values());
    }
}
