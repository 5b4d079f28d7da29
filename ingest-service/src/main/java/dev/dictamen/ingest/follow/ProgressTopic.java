package dev.dictamen.ingest.follow;

import dev.dictamen.kafka.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeps {@link Progress} by source in a compacted topic of one partition. */
final class ProgressTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> connection;
    private final String topic;
    private final KafkaProducer<String, String> producer;

    /** {@code connection} is what any Kafka client needs to reach the brokers. */
    ProgressTopic(Map<String, Object> connection, String topic) {
        this.connection = connection;
        this.topic = topic;
        this.producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer());
    }

    /** The newest progress of a source; empty for one never followed. */
    Optional<Progress> load(String source) {
        try (var consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
            var only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            Optional<Progress> newest = Optional.empty();
            while (consumer.position(only) < end) {
                for (var record : consumer.poll(POLL)) {
                    if (record.key().equals(source)) {
                        newest = Optional.of(parse(record.value()));
                    }
                }
            }
            return newest;
        }
    }

    private static Progress parse(String json) {
        return ContractJson.mapper().readValue(json.getBytes(StandardCharsets.UTF_8), Progress.class);
    }

    /** Returns when the brokers have it. */
    void save(String source, Progress progress) throws InterruptedException {
        var json = ContractJson.mapper().writeValueAsString(progress);
        try {
            producer.send(new ProducerRecord<>(topic, 0, source, json)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("progress of " + source + " cannot be stored", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
