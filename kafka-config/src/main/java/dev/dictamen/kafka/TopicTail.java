package dev.dictamen.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads every partition of a topic on a thread of its own, without a consumer group: each instance sees every record, and
 * commits nothing. After an error, or while the topic or the broker is away, it begins again with a new consumer.
 */
public final class TopicTail extends RestartingThread {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<?, ?> consumers;
    private final String topic;
    private final Reading reading;
    private final String clientSuffix;

    /** {@code threadName} also ends the client id of its consumers. */
    public TopicTail(ConsumerFactory<?, ?> consumers, String topic, String threadName, Reading reading) {
        super(threadName, STOP_WITHIN);
        this.consumers = consumers;
        this.topic = topic;
        this.reading = reading;
        this.clientSuffix = "-" + threadName;
    }

    /** What to do with the topic; only the tail's thread calls it. */
    public interface Reading {
        /** Goes to where reading begins. The partitions are assigned, all that the topic has. */
        void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions);

        /** Reads on, for at most about a second. */
        void read(Consumer<?, ?> consumer);
    }

    /** Hands each record of the topic from its first on to {@code reader}. */
    public static Reading fromTheBeginning(java.util.function.Consumer<ConsumerRecord<?, ?>> reader) {
        return new Reading() {
            @Override
            public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
                consumer.seekToBeginning(partitions);
            }

            @Override
            public void read(Consumer<?, ?> consumer) {
                consumer.poll(POLL).forEach(reader);
            }
        };
    }

    /**
     * Hands each record that the topic holds now to {@code reader} and returns; the consumer stays open.
     *
     * @throws IllegalStateException where there is no such topic
     */
    public static <K, V> void readAll(
            Consumer<K, V> consumer, String topic, java.util.function.Consumer<ConsumerRecord<K, V>> reader) {
        var partitions = assign(consumer, topic);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!hasRead(consumer, ends)) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    @Override
    protected void work(Stop stop) {
        Consumer<?, ?> consumer = consumers.createConsumer(null, null, clientSuffix, settings());
        try {
            reading.seek(consumer, assign(consumer, topic));
            while (!stop.isAsked()) {
                reading.read(consumer);
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return settings;
    }

    /** Whether the consumer has read all that lies before these ends. */
    public static boolean hasRead(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Goes to the first record of each partition that was written at this time or later; to its end where there is none. */
    public static void seekToTime(Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant since) {
        consumer.seekToEnd(partitions);
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private static List<TopicPartition> assign(Consumer<?, ?> consumer, String topic) {
        var partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        return partitions;
    }

    /**
     * All partitions of a topic.
     *
     * @throws IllegalStateException where there is no such topic
     */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("no such topic: " + topic);
        }
        return partitions;
    }
}
