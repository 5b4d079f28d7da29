package dev.dictamen.gateway.pipeline;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The newest report of each worker on each replica. A report older than ten seconds is forgotten. */
@Component
class ReplicaBoard implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaBoard.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofSeconds(10);

    private final ConsumerFactory<?, ?> consumers;
    private final String topic;
    private final Map<String, ReplicaStatus> newest = new ConcurrentHashMap<>();
    private volatile boolean isRunning;

    ReplicaBoard(ConsumerFactory<?, ?> consumers, Topics topics) {
        this.consumers = consumers;
        this.topic = topics.replicaStatus();
    }

    List<ReplicaStatus> current() {
        Instant oldest = Instant.now().minus(STALE);
        newest.values().removeIf(status -> status.reportedAt().isBefore(oldest));
        return newest.values().stream()
                .sorted(Comparator.comparing(ReplicaStatus::replica).thenComparing(ReplicaStatus::worker))
                .toList();
    }

    @Override
    public void start() {
        isRunning = true;
        Thread.ofVirtual().name("replica-board").start(this::run);
    }

    private void run() {
        while (isRunning) {
            try (Consumer<?, ?> consumer = consumers.createConsumer(null, null, null, new Properties())) {
                read(consumer);
            } catch (RuntimeException e) {
                LOG.warn("replica reports stopped, reading again topic={}", topic, e);
                pause();
            }
        }
    }

    private void read(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (isRunning) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() instanceof ReplicaStatus status) {
                    newest.put(status.worker() + "|" + status.replica(), status);
                }
            });
        }
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
