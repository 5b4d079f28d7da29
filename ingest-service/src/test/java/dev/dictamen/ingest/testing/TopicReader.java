package dev.dictamen.ingest.testing;

import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

/** Reads a topic from its beginning and remembers what it saw. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, String> consumer;
    private final List<Read> seen = new ArrayList<>();

    private TopicReader(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** A reader of all partitions of a topic that exists. */
    public static TopicReader from(EmbeddedKafkaBroker broker, String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicReader(consumer);
    }

    /** Everything under this key so far. */
    public List<Read> poll(String key) {
        consumer.poll(POLL).forEach(record -> seen.add(new Read(record)));
        return seen.stream().filter(read -> read.record.key().equals(key)).toList();
    }

    /** The first record under this key. */
    public Read awaitKey(String key) {
        return await().atMost(PATIENCE)
                .until(() -> poll(key), found -> !found.isEmpty())
                .getFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One record. */
    public record Read(ConsumerRecord<String, String> record) {
        /** Its value as a chat. */
        public ClosedChat chat() {
            return ContractJson.mapper().readValue(record.value(), ClosedChat.class);
        }

        /** Its value as it is. */
        public String text() {
            return record.value();
        }

        /** A header's text. */
        public String header(String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }
}
