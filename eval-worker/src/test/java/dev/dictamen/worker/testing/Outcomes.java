package dev.dictamen.worker.testing;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.ContractTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

/** Everything that a topic holds, read from its beginning by a reader of its own. */
public final class Outcomes implements AutoCloseable {
    private final KafkaConsumer<String, Object> consumer;
    private final List<ConsumerRecord<String, Object>> records = new ArrayList<>();

    public Outcomes(EmbeddedKafkaBroker broker, Topics topics, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.getBrokersAsString(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ContractTypes(topics).deserializer());
        consumer.subscribe(List.of(topic));
    }

    /** The evaluations of chats whose id begins so, as far as they have arrived. */
    public List<Evaluation> of(String idPrefix) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records.stream()
                .map(ConsumerRecord::value)
                .filter(Evaluation.class::isInstance)
                .map(Evaluation.class::cast)
                .filter(startsWith(idPrefix))
                .toList();
    }

    /** Keys of the records that have arrived. */
    public List<String> keys() {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records.stream().map(ConsumerRecord::key).toList();
    }

    private static Predicate<Evaluation> startsWith(String idPrefix) {
        return evaluation -> evaluation.chatId().startsWith(idPrefix);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
