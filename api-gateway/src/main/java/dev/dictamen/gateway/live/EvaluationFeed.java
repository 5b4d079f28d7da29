package dev.dictamen.gateway.live;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.gateway.history.Item;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.TopicTail;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Reads the evaluation topic and hands on what belongs to the live run in batches. After a broker error it begins again as if
 * the gateway had just started.
 */
@Component
final class EvaluationFeed implements TopicTail.Reading {
    private static final Logger log = LoggerFactory.getLogger(EvaluationFeed.class);

    private final KafkaAdmin admin;
    private final LiveHub hub;
    private final StreamProperties properties;
    private final Clock clock;
    private final String topic;

    EvaluationFeed(KafkaAdmin admin, LiveHub hub, StreamProperties properties, Topics topics, Clock clock) {
        this.admin = admin;
        this.hub = hub;
        this.properties = properties;
        this.clock = clock;
        this.topic = topics.evaluation();
    }

    @Override
    public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        TopicTail.seekToTime(consumer, partitions, clock.instant().minus(properties.ringLife()));
        Map<Integer, Long> starts = positions(consumer);
        hub.start(epoch(), starts);
        log.info("event=evaluation-feed-starts topic={} partitions={}", topic, starts.size());
    }

    private String epoch() {
        return Objects.requireNonNull(admin.describeTopics(topic).get(topic), topic)
                .topicId()
                .toString();
    }

    @Override
    public void read(Consumer<?, ?> consumer) {
        List<LiveEvent> batch = new ArrayList<>();
        long end = System.nanoTime() + properties.batchEvery().toNanos();
        for (long left = properties.batchEvery().toNanos(); left > 0; left = end - System.nanoTime()) {
            ConsumerRecords<?, ?> records = consumer.poll(Duration.ofNanos(left));
            records.forEach(record -> event(record).ifPresent(batch::add));
        }
        hub.publish(batch, positions(consumer));
    }

    private static Optional<LiveEvent> event(ConsumerRecord<?, ?> record) {
        if (!(record.value() instanceof Evaluation evaluation)
                || !evaluation.runId().equals(Evaluation.LIVE_RUN)) {
            return Optional.empty();
        }
        String json = ContractJson.mapper().writeValueAsString(Item.of(evaluation));
        return Optional.of(new LiveEvent(
                record.partition(), record.offset(), evaluation.subject().team(), json));
    }

    private static Map<Integer, Long> positions(Consumer<?, ?> consumer) {
        Map<Integer, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition.partition(), consumer.position(partition)));
        return positions;
    }
}
