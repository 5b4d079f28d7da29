package dev.dictamen.testing.kafka;

import dev.dictamen.kafka.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Everything that some topics hold, read from their beginning without a group. Topics that do not exist yet are waited for.
 * For one thread.
 *
 * @param <T> what the records are read as
 */
public final class TopicReader<T> implements AutoCloseable {
    private static final String NOTHING = "null";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<String> topics;
    private final Function<byte[], T> read;
    private final List<Seen<T>> all = new ArrayList<>();

    private TopicReader(Map<String, Object> reading, Function<byte[], T> read, String... topics) {
        this.consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
        this.read = read;
        this.topics = List.of(topics);
    }

    private static Map<String, Object> reading(String brokers, String isolation) {
        return Map.of(
                "bootstrap.servers",
                brokers,
                "isolation.level",
                isolation,
                "allow.auto.create.topics",
                false,
                "metadata.max.age.ms",
                500);
    }

    /** A reader of contract records, of those too whose transaction was aborted or is open. */
    public static <T> TopicReader<T> of(String brokers, Class<T> type, String... topics) {
        return contract(reading(brokers, "read_uncommitted"), type, topics);
    }

    /** A reader of the contract records whose transaction was committed, or that had none; up to the first open one. */
    public static <T> TopicReader<T> ofCommitted(String brokers, Class<T> type, String... topics) {
        return contract(reading(brokers, "read_committed"), type, topics);
    }

    private static <T> TopicReader<T> contract(Map<String, Object> reading, Class<T> type, String... topics) {
        return new TopicReader<>(reading, bytes -> ContractJson.mapper().readValue(bytes, type), topics);
    }

    /** A reader of whatever lies there, dead letters for example; what has no value reads as {@value #NOTHING}. */
    public static TopicReader<String> ofText(String brokers, String... topics) {
        return new TopicReader<>(
                reading(brokers, "read_uncommitted"),
                bytes -> bytes == null ? NOTHING : new String(bytes, StandardCharsets.UTF_8),
                topics);
    }

    /**
     * One record.
     *
     * @param at when the broker had it
     */
    public record Seen<T>(String topic, String key, T value, Instant at, Map<String, String> headers) {}

    /** All records up to the topics' present ends; within a partition in order. */
    public List<Seen<T>> all() {
        if (isAssigned()) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                take();
            }
        }
        return List.copyOf(all);
    }

    /** The values of all records up to the topics' present ends. */
    public List<T> values() {
        return all().stream().map(Seen::value).toList();
    }

    /** The records under this key up to the topics' present ends. */
    public List<Seen<T>> of(String key) {
        return all().stream().filter(seen -> key.equals(seen.key())).toList();
    }

    /** The keys up to the topics' present ends, one for each record. */
    public List<String> keys() {
        return all().stream().map(Seen::key).toList();
    }

    /** The records that have just come, waiting for them a tenth of a second. */
    public List<Seen<T>> take() {
        if (!isAssigned()) {
            return List.of();
        }
        var taken = new ArrayList<Seen<T>>();
        consumer.poll(POLL).forEach(record -> taken.add(seen(record)));
        all.addAll(taken);
        return taken;
    }

    private Seen<T> seen(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        Arrays.stream(record.headers().toArray())
                .filter(header -> header.value() != null)
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var at = Instant.ofEpochMilli(record.timestamp());
        return new Seen<>(record.topic(), record.key(), read.apply(record.value()), at, headers);
    }

    private boolean isAssigned() {
        if (consumer.assignment().isEmpty()) {
            var there = consumer.listTopics();
            if (there.keySet().containsAll(topics)) {
                var partitions = there.entrySet().stream()
                        .filter(topic -> topics.contains(topic.getKey()))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
            }
        }
        return !consumer.assignment().isEmpty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
