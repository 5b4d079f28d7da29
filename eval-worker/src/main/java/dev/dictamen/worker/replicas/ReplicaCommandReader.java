package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaCommand.Action;
import dev.dictamen.kafka.TopicTail;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all orders on replicas from the first on, and has the pool obey the last on each: an order that was taken back while
 * nobody read changes nothing. While the topic or the broker is away, what was ordered before holds.
 */
final class ReplicaCommandReader implements TopicTail.Reading {
    private static final Logger log = LoggerFactory.getLogger(ReplicaCommandReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ReplicaPool pool;

    ReplicaCommandReader(ReplicaPool pool) {
        this.pool = pool;
    }

    @Override
    public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
    }

    @Override
    public void read(Consumer<?, ?> consumer) {
        var last = new LinkedHashMap<String, ReplicaCommand>();
        consumer.poll(POLL).forEach(record -> {
            if (record.value() instanceof ReplicaCommand order) {
                last.put(order.replica(), order);
            }
        });
        last.values().forEach(this::obey);
    }

    private void obey(ReplicaCommand order) {
        boolean isKnown = pool.order(order.replica(), order.action() == Action.DRAIN);
        log.info(
                "event=replica-ordered replica={} order={} by={} known={}",
                order.replica(),
                order.action().word(),
                order.issuedBy(),
                isKnown);
    }
}
