package dev.dictamen.worker.consume;

import dev.dictamen.worker.judge.Lane;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that a lane holds: a virtual thread works on each record, and an offset is committed only when every record
 * before it has its outcome acknowledged. Partitions that go wait for their records for a while; the rest is interrupted and
 * goes to a successor. For the poll thread only.
 */
final class Assignment implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Assignment.class);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(200);
    private static final Duration DRAIN_ON_REVOCATION = Duration.ofSeconds(5);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MS = 10;
    /** Ten ordinary chats; one of 2 MB takes as many places as 64 of those. */
    private static final int BYTES_A_PLACE = 32_768;

    private final Lane lane;
    private final Consumer<String, Object> consumer;
    private final ChatProcessor processor;
    private final Map<TopicPartition, PartitionOffsets> partitions = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private boolean assigned;
    private long committedAtNanos;

    Assignment(Lane lane, Consumer<String, Object> consumer, ChatProcessor processor) {
        this.lane = lane;
        this.consumer = consumer;
        this.processor = processor;
    }

    boolean isAssigned() {
        return assigned;
    }

    /** Records whose outcome is not acknowledged yet. */
    int held() {
        return partitions.values().stream().mapToInt(PartitionOffsets::inFlight).sum();
    }

    /** Places of the window that those records take: a long one takes many, so that the window bounds memory too. */
    int places() {
        return partitions.values().stream().mapToInt(PartitionOffsets::places).sum();
    }

    void begin(ConsumerRecord<String, Object> record) {
        var name = new TopicPartition(record.topic(), record.partition());
        var partition = Objects.requireNonNull(partitions.get(name), () -> "not assigned: " + name);
        if (partition.begin(record.offset())) {
            int places = 1 + Math.max(0, record.serializedValueSize()) / BYTES_A_PLACE;
            partition.started(record.offset(), places, threads.submit(() -> work(record, partition)));
        }
    }

    private void work(ConsumerRecord<String, Object> record, PartitionOffsets partition) {
        try {
            processor.process(record, lane);
            partition.finish(record.offset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void commitWhenDue() {
        if (System.nanoTime() - committedAtNanos < COMMIT_EVERY.toNanos()) {
            return;
        }
        committedAtNanos = System.nanoTime();
        var due = due(partitions.keySet());
        if (!due.isEmpty()) {
            consumer.commitAsync(due, this::afterCommit);
        }
    }

    private void afterCommit(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        if (failure != null) {
            log.warn("event=commit-failed lane={} next=\"made again\"", lane.word(), failure);
            forgetCommitted(offsets.keySet());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> due(Collection<TopicPartition> of) {
        var due = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var name : of) {
            var partition = partitions.get(name);
            if (partition == null) {
                continue;
            }
            partition.readUpTo(consumer.position(name));
            var position = partition.due();
            if (position != null) {
                due.put(name, position);
            }
        }
        return due;
    }

    private void commitNow(Collection<TopicPartition> of) {
        try {
            consumer.commitSync(due(of), COMMIT_TIMEOUT);
        } catch (KafkaException e) {
            log.warn("event=commit-failed lane={} next=\"a successor may repeat some work\"", lane.word(), e);
            forgetCommitted(of);
        }
    }

    private void forgetCommitted(Collection<TopicPartition> of) {
        for (var name : of) {
            var partition = partitions.get(name);
            if (partition != null) {
                partition.forgetCommitted();
            }
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        var committed = consumer.committed(Set.copyOf(added));
        for (var name : added) {
            partitions.put(name, new PartitionOffsets(committed.get(name), consumer.position(name)));
        }
        assigned = true;
        log.info("event=assigned lane={} partitions={} held={}", lane.word(), added.size(), partitions.size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        drain(revoked, DRAIN_ON_REVOCATION);
        partitions.keySet().removeAll(revoked);
        log.info("event=revoked lane={} partitions={} held={}", lane.word(), revoked.size(), partitions.size());
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        interrupt(lost);
        partitions.keySet().removeAll(lost);
        log.warn("event=lost lane={} partitions={} held={}", lane.word(), lost.size(), partitions.size());
    }

    /** Waits for every record that is under way, interrupts what is left then, and commits. */
    void drain(Duration patience) {
        drain(Set.copyOf(partitions.keySet()), patience);
    }

    private void drain(Collection<TopicPartition> of, Duration patience) {
        if (!awaitEnd(of, patience)) {
            interrupt(of);
        }
        forgetCommitted(of);
        commitNow(of);
    }

    private boolean awaitEnd(Collection<TopicPartition> of, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (underWay(of) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (System.nanoTime() - committedAtNanos >= COMMIT_EVERY.toNanos()) {
                commitNow(of);
                committedAtNanos = System.nanoTime();
            }
        }
        return !underWay(of);
    }

    private boolean underWay(Collection<TopicPartition> of) {
        return of.stream().map(partitions::get).anyMatch(partition -> partition != null && partition.isUnderWay());
    }

    private void interrupt(Collection<TopicPartition> of) {
        for (var name : of) {
            var partition = partitions.get(name);
            if (partition != null) {
                partition.interruptAll();
            }
        }
    }

    /** Interrupts whatever is still under way; its records stay uncommitted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
