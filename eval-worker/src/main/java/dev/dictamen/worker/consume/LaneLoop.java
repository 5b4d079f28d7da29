package dev.dictamen.worker.consume;

import dev.dictamen.kafka.RestartingThread;
import dev.dictamen.worker.judge.Lane;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one lane on a platform thread of its own, oldest first over its partitions. At most a window of records is held, of long
 * ones fewer. When reading fails it begins again with a new consumer; when it is stopped it finishes what it holds for a while,
 * commits, and leaves its group, so that others take its partitions up at once. A worker that is killed keeps its place for the
 * session timeout and comes back to it.
 */
final class LaneLoop extends RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(LaneLoop.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration DRAIN_ON_STOP = Duration.ofSeconds(25);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    /** Draining, a last commit, closing. */
    private static final Duration STOP = DRAIN_ON_STOP.plus(CLOSE).plus(CLOSE);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHEN_FENCED = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Lane lane;
    private final List<String> topics;
    private final Supplier<Consumer<String, Object>> consumers;
    private final ChatProcessor processor;
    private final int window;
    private final OldestFirst order = new OldestFirst();
    private volatile boolean assigned;
    private volatile int held;
    private volatile long polledAtNanos;

    LaneLoop(
            Lane lane,
            List<String> topics,
            Supplier<Consumer<String, Object>> consumers,
            ChatProcessor processor,
            int window) {
        super("lane-" + lane.word(), STOP);
        this.lane = lane;
        this.topics = topics;
        this.consumers = consumers;
        this.processor = processor;
        this.window = window;
    }

    @Override
    protected void work(Stop stop) {
        var consumer = consumers.get();
        try (var assignment = new Assignment(lane, consumer, processor)) {
            consumer.subscribe(topics, assignment);
            while (!stop.isAsked()) {
                pollOnce(consumer, assignment);
            }
            assignment.drain(DRAIN_ON_STOP);
        } catch (StackOverflowError | LinkageError e) {
            // the lane begins again
            throw new IllegalStateException(e);
        } finally {
            assigned = false;
            held = 0;
            var membership =
                    stop.isAsked() ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.REMAIN_IN_GROUP;
            consumer.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(membership));
        }
        log.info("event=lane-stopped lane={}", lane.word());
    }

    private void pollOnce(Consumer<String, Object> consumer, Assignment assignment) {
        var records = consumer.poll(POLL);
        records.forEach(assignment::begin);
        order.read(records, System.nanoTime());
        assignment.commitWhenDue();
        held = assignment.held();
        pauseAllBut(toRead(consumer, assignment), consumer);
        assigned = assignment.isAssigned();
        polledAtNanos = System.nanoTime();
    }

    private Set<TopicPartition> toRead(Consumer<String, Object> consumer, Assignment assignment) {
        long now = System.nanoTime();
        if (assignment.places() >= window) {
            order.rest(now);
            return Set.of();
        }
        var partitions = new HashSet<>(consumer.assignment());
        partitions.removeAll(order.ahead(consumer, now));
        return partitions;
    }

    private static void pauseAllBut(Set<TopicPartition> partitions, Consumer<String, Object> consumer) {
        var rest = new HashSet<>(consumer.assignment());
        rest.removeAll(partitions);
        consumer.pause(rest);
        consumer.resume(partitions);
    }

    @Override
    protected Duration pauseAfter(RuntimeException failure) {
        if (failure instanceof FencedInstanceIdException) {
            log.error(
                    "event=lane-fenced lane={} reason=\"another worker runs under the same WORKER_ID; give each its own\"",
                    lane.word());
            return PAUSE_WHEN_FENCED;
        }
        log.error("event=lane-restarts lane={}", lane.word(), failure);
        return PAUSE;
    }

    Lane lane() {
        return lane;
    }

    /** Records held, waiting and under way; as of the last poll. */
    int held() {
        return held;
    }

    /** Whether it has its partitions and has polled lately. */
    boolean isReading() {
        return assigned && System.nanoTime() - polledAtNanos < SILENCE.toNanos();
    }
}
