package dev.dictamen.worker.late;

import dev.dictamen.worker.consume.Pending;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The live chats that wait for their model longer than they should. What the live lane has finished is known from the
 * positions it commits, so nothing is fetched while chats are judged in time; and however many wait, only one fetch of them
 * is in memory. Each is found once, after a restart perhaps once more. For one thread only.
 */
final class LateChats implements ConsumerRebalanceListener, AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FETCH = Duration.ofMillis(500);

    private final Consumer<String, Object> consumer;
    private final LivePositions live;
    private final Duration patience;
    private final Clock clock;
    private final Map<TopicPartition, Long> found = new HashMap<>();
    private final Map<TopicPartition, Range> late = new HashMap<>();

    LateChats(Consumer<String, Object> consumer, LivePositions live, Duration patience, Clock clock) {
        this.consumer = consumer;
        this.live = live;
        this.patience = patience;
        this.clock = clock;
    }

    /** What the live lane has committed; a partition that it never committed is absent. */
    interface LivePositions extends AutoCloseable {
        Map<TopicPartition, OffsetAndMetadata> now();

        @Override
        void close();
    }

    /**
     * The next late chats, after a second at most; often none. They count as found when the next ones are asked for.
     *
     * @throws org.apache.kafka.common.KafkaException when the brokers do not answer
     */
    List<ConsumerRecord<String, Object>> next() {
        if (late.isEmpty()) {
            consumer.poll(LOOK_EVERY);
            look();
        }
        return late.isEmpty() ? List.of() : fetch();
    }

    private void look() {
        var assigned = consumer.assignment();
        if (assigned.isEmpty()) {
            return;
        }
        var positions = live.now();
        var ends = endsOfLate(assigned);
        var starts = consumer.beginningOffsets(assigned);
        for (var partition : assigned) {
            var committed = positions.get(partition);
            long unfinished = committed == null ? starts.getOrDefault(partition, 0L) : committed.offset();
            long from = Math.max(unfinished, found.getOrDefault(partition, 0L));
            long to = ends.getOrDefault(partition, 0L);
            if (from < to) {
                late.put(partition, new Range(to, committed == null ? Pending.NONE : Pending.read(committed)));
                consumer.seek(partition, from);
            }
        }
        consumer.resume(late.keySet());
    }

    /** The first offset of each partition that is not late yet. */
    private Map<TopicPartition, Long> endsOfLate(Set<TopicPartition> assigned) {
        long before = clock.millis() - patience.toMillis();
        var ends = new HashMap<>(consumer.endOffsets(assigned));
        consumer.offsetsForTimes(assigned.stream().collect(Collectors.toMap(key -> key, partition -> before)))
                .forEach((partition, first) -> {
                    if (first != null) {
                        ends.put(partition, first.offset());
                    }
                });
        return ends;
    }

    private List<ConsumerRecord<String, Object>> fetch() {
        var records = consumer.poll(FETCH);
        var chats = late.keySet().stream()
                .flatMap(partition -> records.records(partition).stream().filter(record -> isLate(record, partition)))
                .toList();
        late.entrySet().removeIf(entry -> isRead(entry.getKey(), entry.getValue()));
        return chats;
    }

    private boolean isLate(ConsumerRecord<String, Object> record, TopicPartition partition) {
        var range = late.get(partition);
        return range != null && record.offset() < range.to && range.finished.isUnfinished(record.offset());
    }

    private boolean isRead(TopicPartition partition, Range range) {
        boolean isRead = consumer.position(partition) >= range.to;
        if (isRead) {
            found.put(partition, range.to);
            consumer.pause(Set.of(partition));
        }
        return isRead;
    }

    /** Remembers what was found, for whoever reads these partitions next. */
    void commit() {
        consumer.commitSync(found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue()))));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        consumer.pause(added);
        consumer.committed(Set.copyOf(added)).forEach(this::restore);
    }

    private void restore(TopicPartition partition, @Nullable OffsetAndMetadata committed) {
        if (committed != null) {
            found.put(partition, committed.offset());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        found.keySet().removeAll(revoked);
        late.keySet().removeAll(revoked);
    }

    @Override
    public void close() {
        consumer.close();
        live.close();
    }

    /** Offsets below {@code to}, but for those that the live lane has finished. */
    private record Range(long to, Pending finished) {}
}
