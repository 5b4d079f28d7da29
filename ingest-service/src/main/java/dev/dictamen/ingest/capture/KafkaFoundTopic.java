package dev.dictamen.ingest.capture;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The topic found, on Kafka: acknowledged by all in-sync replicas, in the order of sending per chat. */
@Component
class KafkaFoundTopic implements FoundTopic {
    private final KafkaTemplate<String, Object> kafka;
    private final String topic;

    KafkaFoundTopic(KafkaTemplate<String, Object> kafka, Topics topics) {
        this.kafka = kafka;
        this.topic = topics.found();
    }

    @Override
    public CompletableFuture<?> send(ClosedChat chat) {
        return kafka.send(CloudEvents.record(topic, chat, "ingest-service", null));
    }
}
