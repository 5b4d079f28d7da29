package dev.dictamen.gateway.tail;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/** A thread that reads every partition of a topic, without a group. After an error it begins anew. */
public final class TopicTail {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ConsumerFactory<?, ?> consumers;
    private final String topic;
    private final Reading reading;
    private volatile boolean isRunning;

    public TopicTail(ConsumerFactory<?, ?> consumers, String topic, Reading reading) {
        this.consumers = consumers;
        this.topic = topic;
        this.reading = reading;
    }

    /** What to do with the topic; only the tail's thread calls it. */
    public interface Reading {
        /** Goes to where reading begins. The partitions are assigned, all that the topic has. */
        void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions);

        /** Reads on, for at most about a second. */
        void read(Consumer<?, ?> consumer);
    }

    /** Begins to read, on a thread that does not keep the process alive. */
    public void start(String threadName) {
        isRunning = true;
        Thread.ofPlatform().name(threadName).daemon().start(this::run);
    }

    private void run() {
        while (isRunning) {
            try (Consumer<?, ?> consumer = consumers.createConsumer(null, null, null, new Properties())) {
                reading.seek(consumer, assign(consumer));
                while (isRunning) {
                    reading.read(consumer);
                }
            } catch (RuntimeException e) {
                LOG.warn("reading stopped, beginning anew topic={}", topic, e);
                pause();
            }
        }
    }

    private List<TopicPartition> assign(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        isRunning = false;
    }

    public boolean isRunning() {
        return isRunning;
    }
}
