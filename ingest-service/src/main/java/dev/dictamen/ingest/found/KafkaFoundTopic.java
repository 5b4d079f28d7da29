package dev.dictamen.ingest.found;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.redact.Redactor;
import dev.dictamen.kafka.CloudEvents;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The topic found, on Kafka: without personal data, acknowledged by all in-sync replicas, in the order of sending per chat. */
@Component
class KafkaFoundTopic implements FoundTopic {
    private final KafkaTemplate<String, Object> kafka;
    private final String topic;
    private final Redactor redactor;

    KafkaFoundTopic(KafkaTemplate<String, Object> kafka, Topics topics, Redactor redactor) {
        this.kafka = kafka;
        this.topic = topics.found();
        this.redactor = redactor;
    }

    @Override
    public CompletableFuture<?> send(ClosedChat chat, ClosingTime closingTime) {
        var record = CloudEvents.record(topic, redactor.redact(chat), "ingest-service", null);
        closingTime.writeTo(record.headers());
        return sent(record);
    }

    private CompletableFuture<?> sent(ProducerRecord<String, Object> record) {
        try {
            return kafka.send(record);
        } catch (RuntimeException notTaken) {
            return CompletableFuture.failedFuture(notTaken);
        }
    }
}
