package dev.dictamen.gateway.live;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.gateway.history.Item;
import dev.dictamen.kafka.ContractJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Reads every partition of the evaluation topic, without a group, and hands on what belongs to the live run in batches.
 * After a broker error it begins anew as if the gateway had just started.
 */
@Component
class EvaluationFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EvaluationFeed.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ConsumerFactory<?, ?> consumers;
    private final KafkaAdmin admin;
    private final LiveHub hub;
    private final LiveProperties properties;
    private final String topic;
    private volatile boolean isRunning;

    EvaluationFeed(
            ConsumerFactory<?, ?> consumers, KafkaAdmin admin, LiveHub hub, LiveProperties properties, Topics topics) {
        this.consumers = consumers;
        this.admin = admin;
        this.hub = hub;
        this.properties = properties;
        this.topic = topics.evaluation();
    }

    @Override
    public void start() {
        isRunning = true;
        Thread.ofPlatform().name("evaluation-feed").daemon().start(this::run);
    }

    private void run() {
        while (isRunning) {
            try (Consumer<?, ?> consumer = consumers.createConsumer(null, null, null, new Properties())) {
                seekBack(consumer);
                while (isRunning) {
                    handOn(consumer);
                }
            } catch (RuntimeException e) {
                LOG.warn("evaluations stopped, reading again topic={}", topic, e);
                pause();
            }
        }
    }

    private void seekBack(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        Map<TopicPartition, Long> since = new HashMap<>();
        long from = Instant.now().minus(properties.ringLife()).toEpochMilli();
        partitions.forEach(partition -> since.put(partition, from));
        consumer.offsetsForTimes(since)
                .forEach((partition, found) ->
                        Optional.ofNullable(found).ifPresent(first -> consumer.seek(partition, first.offset())));
        Map<Integer, Long> starts = positions(consumer);
        hub.start(epoch(), starts);
        LOG.info("reading evaluations topic={} partitions={}", topic, starts.size());
    }

    private String epoch() {
        return Objects.requireNonNull(admin.describeTopics(topic).get(topic), topic)
                .topicId()
                .toString();
    }

    private void handOn(Consumer<?, ?> consumer) {
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

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
