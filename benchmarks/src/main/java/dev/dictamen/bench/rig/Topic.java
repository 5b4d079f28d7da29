package dev.dictamen.bench.rig;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Chats into the worker's topics, and the evaluations that come of them. */
public final class Topic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topics topics;
    private final KafkaProducer<String, Object> producer;
    private final KafkaConsumer<String, Object> consumer;
    private final Map<String, Evaluation> outcomes = new ConcurrentHashMap<>();
    private final Thread reader = Thread.ofPlatform().name("outcomes").daemon().unstarted(this::read);
    private volatile boolean closing;

    Topic(String brokers, Topics topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", 5, "max.request.size", 8_000_000),
                new StringSerializer(),
                ContractTypes.serializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
                new StringDeserializer(),
                new ContractTypes(topics).deserializer());
    }

    /** Reads what comes from now on. The topics must exist. */
    void begin() {
        var partitions = consumer.partitionsFor(topics.evaluation()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    private void read() {
        while (!closing) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() instanceof Evaluation evaluation) {
                    outcomes.put(evaluation.chatId(), evaluation);
                }
            });
        }
        consumer.close();
    }

    public void live(ClosedChat chat) {
        send(topics.closed(), chat);
    }

    public void bulk(ClosedChat chat) {
        send(topics.backlog(), chat);
    }

    private void send(String topic, ClosedChat chat) {
        producer.send(CloudEvents.record(topic, chat, "benchmarks", null));
    }

    /** Waits for the broker to acknowledge what was sent. */
    public void flush() {
        producer.flush();
    }

    /** Outcomes by chat, the last one of each. */
    public Map<String, Evaluation> outcomes() {
        return outcomes;
    }

    /** Chats with this prefix that have an outcome. */
    public long count(String prefix) {
        return outcomes.keySet().stream()
                .filter(id -> id.startsWith(prefix + "-"))
                .count();
    }

    /** Waits until so many chats with this prefix have an outcome, and says how far it is every few seconds. */
    public void await(String prefix, int many, Duration patience) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int looks = 1; ; looks++) {
            long found = count(prefix);
            if (found >= many) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(found + " of " + many + " chats have an outcome after " + patience);
            }
            if (looks % 50 == 0) {
                Progress.say("  %,d of %,d chats".formatted(found, many));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    @Override
    public void close() {
        closing = true;
        producer.close();
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
