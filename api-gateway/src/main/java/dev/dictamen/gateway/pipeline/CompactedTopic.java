package dev.dictamen.gateway.pipeline;

import dev.dictamen.gateway.web.Problems;
import dev.dictamen.kafka.TopicTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.http.HttpStatus;

/**
 * The last record of each key of a compacted topic, as far as a {@link TopicTail} has read it. Says nothing before it was read
 * to its end once: who asks earlier is answered 503. Safe for all threads.
 *
 * @param <T> what the topic holds
 */
public final class CompactedTopic<T> implements TopicTail.Reading {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Class<T> type;
    private final Predicate<T> isKept;
    private final Map<String, Last<T>> last = new ConcurrentHashMap<>();
    private volatile Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean isRead;

    /** @param isKept what is worth its memory */
    public CompactedTopic(Class<T> type, Predicate<T> isKept) {
        this.type = type;
        this.isKept = isKept;
    }

    private record Last<T>(long offset, T value) {
        Last<T> orLater(Last<T> other) {
            return other.offset >= offset ? other : this;
        }
    }

    /** In no order. */
    public List<T> all() {
        requireRead();
        return last.values().stream().map(Last::value).toList();
    }

    public Optional<T> find(String key) {
        requireRead();
        return Optional.ofNullable(last.get(key)).map(Last::value);
    }

    private void requireRead() {
        if (!isRead) {
            throw Problems.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "still reading what the brokers hold; try again in a moment");
        }
    }

    /** Takes what was published just now, so that who did it finds it; the tail reads it again. */
    public void take(String key, long offset, T value) {
        if (isKept.test(value)) {
            last.merge(key, new Last<>(offset, value), Last::orLater);
        }
    }

    @Override
    public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    @Override
    public void read(Consumer<?, ?> consumer) {
        consumer.poll(POLL).forEach(this::take);
        isRead = isRead || TopicTail.hasRead(consumer, ends);
    }

    private void take(ConsumerRecord<?, ?> record) {
        var key = String.valueOf(record.key());
        if (type.isInstance(record.value())) {
            take(key, record.offset(), type.cast(record.value()));
        } else if (record.serializedValueSize() < 0) {
            last.remove(key);
        }
    }
}
