package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaCommand.Action;
import dev.dictamen.contract.Topics;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.evaluate.EvaluationProperties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads all orders on replicas, from the first on and in no consumer group, and has the pool obey the last on each. While
 * the topic or the broker is away, what was ordered before holds, and reading is tried again.
 */
@Component
class ReplicaCommandReader implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaCommandReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final ConsumerFactory<String, Object> consumers;
    private final ReplicaPool pool;
    private final String topic;
    private final String worker;
    private final boolean needed;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    ReplicaCommandReader(
            ConsumerFactory<String, Object> consumers,
            ReplicaPool pool,
            Topics topics,
            WorkerProperties worker,
            EvaluationProperties evaluation) {
        this.consumers = consumers;
        this.pool = pool;
        this.topic = topics.replicaCommand();
        this.worker = worker.id();
        this.needed = evaluation.llmEnabled();
    }

    @Override
    public synchronized void start() {
        if (needed) {
            thread = Thread.ofVirtual().name("replica-commands").start(this);
        }
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try (var reading = new Reading()) {
                reading.untilStopped();
            } catch (RuntimeException e) {
                LOG.warn("topic={} not read, trying again: {}", topic, e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        if (thread == null) {
            return;
        }
        try {
            thread.join(POLL.plus(CLOSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Has the pool obey the last order on each replica: an order that was taken back while nobody read changes nothing. */
    void obey(List<ReplicaCommand> orders) {
        var last = new LinkedHashMap<String, ReplicaCommand>();
        orders.forEach(order -> last.put(order.replica(), order));
        for (var order : last.values()) {
            boolean known = pool.order(order.replica(), order.action() == Action.DRAIN);
            LOG.info("replica={} order={} by={} known={}", order.replica(), order.action(), order.issuedBy(), known);
        }
    }

    /** One consumer at work. */
    private final class Reading implements AutoCloseable {
        private final Consumer<String, Object> consumer = consumer();

        private Consumer<String, Object> consumer() {
            var overrides = new Properties();
            overrides.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
            overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
            return consumers.createConsumer(null, worker, "-commands", overrides);
        }

        void untilStopped() {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("no such topic");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!isStopping()) {
                obey(ordersIn(consumer.poll(POLL)));
            }
        }

        private List<ReplicaCommand> ordersIn(ConsumerRecords<String, Object> records) {
            return records.partitions().stream()
                    .flatMap(partition -> records.records(partition).stream())
                    .filter(record -> record.value() instanceof ReplicaCommand)
                    .map(record -> (ReplicaCommand) record.value())
                    .toList();
        }

        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }
}
