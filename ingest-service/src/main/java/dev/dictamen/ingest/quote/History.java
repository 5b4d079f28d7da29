package dev.dictamen.ingest.quote;

import dev.dictamen.kafka.TopicTail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads what topics hold at this moment, without a group. Blocks until it has read it all. */
public final class History {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String MAX_POLL_RECORDS = "2000";

    private final ConsumerFactory<String, Object> consumers;
    private final Clock clock;

    public History(ConsumerFactory<String, Object> consumers, Clock clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    /** What is to be done with each record. */
    public interface Reader {
        void take(ConsumerRecord<String, Object> record);
    }

    /** All records of a topic. */
    public void read(String topic, Reader reader) throws InterruptedException {
        read(List.of(topic), null, reader);
    }

    /**
     * All records of these topics that were written at this time or later.
     *
     * @param since null for all
     */
    void read(Collection<String> topics, @Nullable Instant since, Reader reader) throws InterruptedException {
        try (var consumer = consumers.createConsumer(null, null, "-history", settings())) {
            var partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            if (since == null) {
                consumer.seekToBeginning(partitions);
            } else {
                TopicTail.seekToTime(consumer, partitions, since);
            }
            var ends = consumer.endOffsets(partitions);
            while (isBehind(consumer, ends)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("told to stop");
                }
                consumer.poll(POLL).forEach(record -> takeUpTo(ends, record, reader));
            }
        }
    }

    private static void takeUpTo(Map<TopicPartition, Long> ends, ConsumerRecord<String, Object> record, Reader reader) {
        var end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
            reader.take(record);
        }
    }

    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        var reached = ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(reached);
        return reached.size() < ends.size();
    }

    /** When the oldest record of these topics was written, where older ones are gone; null where nothing is gone. */
    @Nullable
    Instant goneBefore(Collection<String> topics) {
        try (var consumer = consumers.createConsumer(null, null, "-history", settings())) {
            var partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            var gone = consumer.beginningOffsets(partitions).entrySet().stream()
                    .filter(begin -> begin.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            if (gone.isEmpty()) {
                return null;
            }
            var times = new HashMap<TopicPartition, Long>();
            gone.forEach(partition -> times.put(partition, 0L));
            return consumer.offsetsForTimes(times).values().stream()
                    .filter(found -> found != null)
                    .map(found -> Instant.ofEpochMilli(found.timestamp()))
                    .max(Instant::compareTo)
                    .orElseGet(clock::instant);
        }
    }

    /** One past the last record of each partition of a topic. */
    public Map<Integer, Long> ends(String topic) {
        try (var consumer = consumers.createConsumer(null, null, "-history", settings())) {
            var ends = new HashMap<Integer, Long>();
            consumer.endOffsets(partitions(consumer, List.of(topic)))
                    .forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<String> topics) {
        var partitions = new ArrayList<TopicPartition>();
        topics.forEach(topic -> partitions.addAll(TopicTail.partitions(consumer, topic)));
        return partitions;
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        return settings;
    }
}
