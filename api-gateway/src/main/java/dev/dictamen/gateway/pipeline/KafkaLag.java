package dev.dictamen.gateway.pipeline;

import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Topics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** How many records each consumer group has yet to read. Asks the brokers; blocks for at most some seconds. */
@Component
class KafkaLag {
    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final List<Reading> readings;

    KafkaLag(KafkaAdmin kafka, Topics topics, Groups groups) {
        this.admin = Admin.create(kafka.getConfigurationProperties());
        this.readings = List.of(
                new Reading(topics.found(), groups.gate()),
                new Reading(topics.closed(), groups.live()),
                new Reading(topics.backlog(), groups.bulk()),
                new Reading(topics.replay(), groups.bulk()),
                new Reading(topics.closed(), groups.sinkChats()),
                new Reading(topics.backlog(), groups.sinkChats()),
                new Reading(topics.evaluation(), groups.sinkEvaluations()));
    }

    /** A group that reads a topic. */
    private record Reading(String topic, String group) {}

    /** @param lag records published and not committed; all that is kept where the group never committed */
    record Lag(String topic, String group, long lag) {}

    List<Lag> now() {
        try {
            Map<String, List<TopicPartition>> partitions = partitions();
            List<TopicPartition> all =
                    partitions.values().stream().flatMap(List::stream).toList();
            Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest());
            Map<TopicPartition, Long> starts = offsets(all, OffsetSpec.earliest());
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed();
            List<Lag> lags = new ArrayList<>();
            for (Reading reading : readings) {
                long lag = 0;
                for (TopicPartition partition : partitions.getOrDefault(reading.topic(), List.of())) {
                    var done = committed.getOrDefault(reading.group(), Map.of()).get(partition);
                    long from = done == null ? starts.getOrDefault(partition, 0L) : done.offset();
                    lag += Math.max(0, ends.getOrDefault(partition, from) - from);
                }
                lags.add(new Lag(reading.topic(), reading.group(), lag));
            }
            return lags;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAwayException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerAwayException(e);
        }
    }

    private Map<String, List<TopicPartition>> partitions()
            throws InterruptedException, ExecutionException, TimeoutException {
        var names = readings.stream().map(Reading::topic).distinct().toList();
        Map<String, List<TopicPartition>> partitions = new HashMap<>();
        get(admin.describeTopics(names).allTopicNames())
                .forEach((topic, description) -> partitions.put(
                        topic,
                        description.partitions().stream()
                                .map(partition -> new TopicPartition(topic, partition.partition()))
                                .toList()));
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(admin.listOffsets(asked).all());
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
        for (String group : readings.stream().map(Reading::group).distinct().toList()) {
            committed.put(group, get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        }
        return committed;
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        admin.close(Duration.ofSeconds(1));
    }
}
