package dev.dictamen.ingest.replay;

import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.ingest.quote.Quoting;
import dev.dictamen.kafka.RestartingThread;
import dev.dictamen.kafka.TopicTail;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the orders on replays, on a thread of its own: while it holds their topic's partition it runs them. When anything breaks it begins
 * again, from what was committed last.
 */
final class ReplayRunner extends RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(ReplayRunner.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration IDLE_POLL = Duration.ofMillis(200);

    private final ReplaySession.Parts parts;
    private final Quoting quoting;
    private final Function<TopicTail.Reading, TopicTail> outcomeTails;

    /** @param outcomeTails a tail of the topic of evaluations, not started */
    ReplayRunner(ReplaySession.Parts parts, Quoting quoting, Function<TopicTail.Reading, TopicTail> outcomeTails) {
        super("replays", STOP_WITHIN);
        this.parts = parts;
        this.quoting = quoting;
        this.outcomeTails = outcomeTails;
    }

    @Override
    protected void work(Stop stop) throws InterruptedException {
        var orders = parts.clients().orders();
        try {
            var ownership = new Ownership(orders);
            orders.subscribe(List.of(parts.topics().replayCommand()), ownership);
            while (!stop.isAsked()) {
                orders.poll(IDLE_POLL);
                if (ownership.isHeld()) {
                    run(orders, ownership, stop);
                }
            }
        } finally {
            orders.close(CloseOptions.timeout(CLOSE));
        }
    }

    /** While it has the partition. */
    private void run(Consumer<String, Object> orders, Ownership ownership, Stop stop) throws InterruptedException {
        log.info("event=replays-taken-over");
        var outcomes = new OutcomeTail();
        try (var session = new ReplaySession(parts, outcomes, quoting)) {
            readAll(orders, ownership, session);
            var tail = outcomeTails.apply(outcomes);
            tail.start();
            try {
                while (!stop.isAsked() && ownership.isHeld()) {
                    take(orders, session.isBusy() ? BUSY_POLL : IDLE_POLL, session);
                    session.step();
                }
            } finally {
                tail.stop();
            }
        }
    }

    /** The last wish of every replay, before anything is done about one. */
    private static void readAll(Consumer<String, Object> orders, Ownership ownership, ReplaySession session) {
        orders.seekToBeginning(orders.assignment());
        Map<TopicPartition, Long> ends = orders.endOffsets(orders.assignment());
        while (ownership.isHeld() && !TopicTail.hasRead(orders, ends)) {
            take(orders, IDLE_POLL, session);
        }
    }

    private static void take(Consumer<String, Object> orders, Duration patience, ReplaySession session) {
        orders.poll(patience).forEach(record -> {
            if (record.value() instanceof ReplayOrder order) {
                session.wish(order);
            }
        });
    }

    @Override
    protected Duration pauseAfter(RuntimeException failure) {
        log.warn("event=replays-restart next=\"from what was committed last\"", failure);
        return Duration.ofSeconds(1);
    }

    /** Whether the partition is held. For the thread that polls. */
    private static final class Ownership implements ConsumerRebalanceListener {
        private final Consumer<?, ?> consumer;
        private @Nullable Collection<TopicPartition> lost;

        Ownership(Consumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        boolean isHeld() {
            return !consumer.assignment().isEmpty() && lost == null;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            lost = null;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                lost = partitions;
            }
        }
    }
}
