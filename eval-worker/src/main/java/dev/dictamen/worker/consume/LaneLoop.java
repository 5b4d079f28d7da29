package dev.dictamen.worker.consume;

import dev.dictamen.worker.evaluate.Lane;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Reads one lane: a platform thread polls, a virtual thread works on each record. At most a window of records is held; an
 * offset is committed only when every record before it has its outcome acknowledged. Partitions that go, and a stop, wait
 * for their records for a while and interrupt the rest, which a successor takes up.
 */
final class LaneLoop implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(LaneLoop.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(200);
    private static final Duration DRAIN_ON_REVOCATION = Duration.ofSeconds(5);
    private static final Duration DRAIN_ON_STOP = Duration.ofSeconds(25);
    private static final Duration DRAIN_INTERRUPTED = Duration.ofSeconds(2);

    private final Lane lane;
    private final List<String> topics;
    private final Consumer<String, Object> consumer;
    private final ChatProcessor processor;
    private final int window;
    private final Map<TopicPartition, PartitionOffsets> partitions = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private volatile boolean assigned;
    private volatile int held;
    private long committedAtNanos;

    LaneLoop(Lane lane, List<String> topics, Consumer<String, Object> consumer, ChatProcessor processor, int window) {
        this.lane = lane;
        this.topics = topics;
        this.consumer = consumer;
        this.processor = processor;
        this.window = window;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(topics, this);
            while (!stopping) {
                pollOnce();
            }
            drain(Set.copyOf(partitions.keySet()), DRAIN_ON_STOP);
            commitNow(partitions.keySet());
        } finally {
            threads.shutdownNow();
            assigned = false;
            LOG.info("lane={} stopped", lane);
        }
    }

    private void pollOnce() {
        try {
            consumer.poll(POLL).forEach(this::dispatch);
            keepWithinWindow();
            commitWhenDue();
        } catch (KafkaException e) {
            LOG.warn("lane={} poll failed, trying again: {}", lane, e.getMessage());
        }
    }

    private void dispatch(ConsumerRecord<String, Object> record) {
        var partition = partitions.get(new TopicPartition(record.topic(), record.partition()));
        if (partition != null && partition.begin(record.offset())) {
            partition.started(record.offset(), threads.submit(() -> work(record, partition)));
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

    private void keepWithinWindow() {
        held = inFlight();
        if (held >= window) {
            consumer.pause(consumer.assignment());
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    private void commitWhenDue() {
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
            LOG.warn("lane={} commit failed, it is made again: {}", lane, failure.getMessage());
            offsets.keySet().stream().map(partitions::get).forEach(partition -> {
                if (partition != null) {
                    partition.forgetCommitted();
                }
            });
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> due(Collection<TopicPartition> of) {
        var due = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var name : of) {
            var partition = partitions.get(name);
            var position = partition == null ? null : partition.due();
            if (position != null) {
                due.put(name, position);
            }
        }
        return due;
    }

    private void commitNow(Collection<TopicPartition> of) {
        of.forEach(name -> {
            var partition = partitions.get(name);
            if (partition != null) {
                partition.forgetCommitted();
            }
        });
        try {
            consumer.commitSync(due(of));
        } catch (KafkaException e) {
            LOG.warn("lane={} last commit failed, a successor repeats some work: {}", lane, e.getMessage());
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        var committed = consumer.committed(Set.copyOf(added));
        for (var name : added) {
            partitions.put(name, new PartitionOffsets(committed.get(name), consumer.position(name)));
        }
        assigned = true;
        LOG.info("lane={} assigned={} partitions={}", lane, added.size(), partitions.size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        drain(revoked, DRAIN_ON_REVOCATION);
        commitNow(revoked);
        partitions.keySet().removeAll(revoked);
        LOG.info("lane={} revoked={} partitions={}", lane, revoked.size(), partitions.size());
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        lost.stream().map(partitions::remove).forEach(partition -> {
            if (partition != null) {
                partition.interruptAll();
            }
        });
        LOG.warn("lane={} lost={}", lane, lost.size());
    }

    /** Waits for the records of these partitions, then interrupts what is left and waits for that to end. */
    private void drain(Collection<TopicPartition> of, Duration patience) {
        if (!await(of, patience)) {
            of.stream().map(partitions::get).forEach(partition -> {
                if (partition != null) {
                    partition.interruptAll();
                }
            });
            await(of, DRAIN_INTERRUPTED);
        }
    }

    private boolean await(Collection<TopicPartition> of, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (inFlight(of) > 0 && System.nanoTime() < deadline) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return inFlight(of) == 0;
    }

    private int inFlight(Collection<TopicPartition> of) {
        return of.stream()
                .map(partitions::get)
                .mapToInt(partition -> partition == null ? 0 : partition.inFlight())
                .sum();
    }

    private int inFlight() {
        return inFlight(partitions.keySet());
    }

    /** Records held, waiting and under way; as of the last poll. */
    int held() {
        return held;
    }

    boolean isAssigned() {
        return assigned;
    }

    /** Asks the loop to take nothing more, finish what it holds, and end. */
    void stop() {
        stopping = true;
    }
}
