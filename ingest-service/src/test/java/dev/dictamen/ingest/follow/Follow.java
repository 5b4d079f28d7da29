package dev.dictamen.ingest.follow;

import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.SourceStatus;
import dev.dictamen.ingest.testing.IngestInstance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How far a running service is. */
final class Follow {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FOUND = "support.chat.found.v1";

    private final IngestInstance instance;
    private final KafkaConsumer<?, ?> consumer;

    /** {@code consumer} is any that reaches the broker. */
    Follow(IngestInstance instance, KafkaConsumer<?, ?> consumer) {
        this.instance = instance;
        this.consumer = consumer;
    }

    SourceStatus status() {
        return instance.bean(StatusReporter.class).now();
    }

    /** Waits until all that is in the topic found has been decided on. */
    void awaitGate() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> passed() >= found());
    }

    private double passed() {
        return instance.bean(MeterRegistry.class).find("gate.chats").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long found() {
        List<TopicPartition> partitions = consumer.partitionsFor(FOUND).stream()
                .map(partition -> new TopicPartition(FOUND, partition.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Objects::requireNonNull)
                .sum();
    }
}
