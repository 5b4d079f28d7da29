package dev.dictamen.ingest.follow;

import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.SourceStatus;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a running service is. */
final class Follow {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String FOUND = ContractTopics.ALL.found();

    private final IngestInstance instance;
    private final TestBroker broker;

    Follow(IngestInstance instance, TestBroker broker) {
        this.instance = instance;
        this.broker = broker;
    }

    SourceStatus status() {
        return instance.bean(SourceReport.class).now();
    }

    /** Waits until changes arrive as they are committed. */
    void awaitFollowing() {
        await().atMost(SOON).pollInterval(LOOK).until(() -> status().state() == SourceStatus.State.FOLLOWING);
    }

    /** The first report that is like that. */
    SourceStatus awaitStatus(Predicate<SourceStatus> wanted) {
        return await().atMost(SOON).pollInterval(LOOK).until(this::status, wanted);
    }

    /** Waits until no scan is under way. */
    void awaitScan() {
        await().atMost(SOON).pollInterval(LOOK).until(() -> {
            var scan = status().scan();
            return scan == null || scan.finishedAt() != null;
        });
    }

    /** Waits until a position in the log has been stored. */
    void awaitPosition() {
        await().atMost(SOON)
                .pollInterval(LOOK)
                .until(() -> instance.bean(FollowProgress.class)
                        .now()
                        .filter(Progress::hasPosition)
                        .isPresent());
    }

    /** Waits until all that is in the topic found has been decided on. */
    void awaitGate() {
        try (var admin = broker.admin()) {
            await().atMost(SOON).pollInterval(LOOK).until(() -> isDecided(admin));
        }
    }

    private static boolean isDecided(Admin admin) throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(List.of(FOUND)).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(FOUND, partition.partition()),
                        partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(partitions).all().get();
        var decided = admin.listConsumerGroupOffsets(ContractTopics.GROUPS.gate())
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            var at = decided.get(end.getKey());
            return end.getValue().offset() == 0
                    || (at != null && at.offset() >= end.getValue().offset());
        });
    }
}
