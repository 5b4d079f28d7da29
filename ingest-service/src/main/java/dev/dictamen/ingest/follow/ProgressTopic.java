package dev.dictamen.ingest.follow;

import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.TopicTail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeps {@link Progress} by source in a compacted topic of one partition. */
final class ProgressTopic implements AutoCloseable {
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
        Map<String, String> newest = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
            TopicTail.readAll(consumer, topic, record -> newest.put(record.key(), record.value()));
        }
        return Optional.ofNullable(newest.get(source)).map(ProgressTopic::parse);
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
