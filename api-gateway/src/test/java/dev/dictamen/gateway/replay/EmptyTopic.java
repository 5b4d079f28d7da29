package dev.dictamen.gateway.replay;

import dev.dictamen.gateway.pipeline.CompactedTopic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** Views of topics that hold nothing yet and have been read to their end. */
final class EmptyTopic {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    private EmptyTopic() {}

    static <T> CompactedTopic<T> of(Class<T> type) {
        var topic = new CompactedTopic<>(type, value -> true);
        var consumer = new MockConsumer<String, Object>("earliest");
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        topic.seek(consumer, List.of(PARTITION));
        topic.read(consumer);
        return topic;
    }
}
