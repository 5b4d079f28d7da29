package dev.dictamen.bench.rig;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Event;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Chats into the worker's topics, and the evaluations that come of them. */
public final class WorkerTopics implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 100;

    private final String brokers;
    private final KafkaProducer<String, Object> producer;
    private final Map<String, NothingLost> sent = new ConcurrentHashMap<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Map<String, Evaluation> outcomes = new ConcurrentHashMap<>();
    private final Thread reader = Thread.ofPlatform().name("outcomes").daemon().unstarted(this::read);
    private volatile boolean closing;

    WorkerTopics(String brokers) {
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                // one request at a time, since the topics are only just made
                Map.of(
                        "bootstrap.servers", brokers,
                        "acks", "all",
                        "linger.ms", 5,
                        "max.in.flight.requests.per.connection", 1,
                        "max.request.size", 8_000_000),
                new StringSerializer(),
                ContractTypes.serializer());
    }

    /** Only where somebody asks for outcomes, since reading them costs processor time too. */
    private synchronized void startReading() {
        if (reader.getState() == Thread.State.NEW) {
            reader.start();
        }
    }

    private void read() {
        try (var evaluations = TopicReader.of(brokers, Evaluation.class, ContractTopics.ALL.evaluation())) {
            while (!closing) {
                evaluations.take().forEach(seen -> outcomes.put(seen.key(), seen.value()));
            }
        }
    }

    public void live(ClosedChat chat) {
        send(ContractTopics.ALL.closed(), chat);
    }

    public void bulk(ClosedChat chat) {
        send(ContractTopics.ALL.backlog(), chat);
    }

    /** As a worker would send it. */
    public void outcome(Evaluation evaluation) {
        publish(ContractTopics.ALL.evaluation(), evaluation);
    }

    private void send(String topic, ClosedChat chat) {
        publish(topic, chat);
        sent.computeIfAbsent(ChatLoad.prefixOf(chat.chatId()), first -> new NothingLost())
                .sent(List.of(chat.chatId()));
    }

    private void publish(String topic, Event event) {
        producer.send(CloudEvents.record(topic, event, "benchmarks", null), (_, failure) -> {
            if (failure != null) {
                refused.add(event.id() + ": " + failure);
            }
        });
    }

    /** Waits for the broker to acknowledge what was sent; fails where it refused a record. */
    public void flush() {
        producer.flush();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("not sent: " + refused);
        }
    }

    /** The outcomes of the chats with this prefix, the last one of each. */
    public List<Evaluation> outcomes(String prefix) {
        startReading();
        return outcomes.values().stream()
                .filter(outcome -> ChatLoad.prefixOf(outcome.chatId()).equals(prefix))
                .toList();
    }

    /** Waits until every chat with this prefix that was sent has an outcome; fails with those that have none. */
    public void awaitAll(String prefix, Duration patience) throws InterruptedException {
        var expected = sent.getOrDefault(prefix, new NothingLost());
        awaitCount(prefix, expected.count(), patience);
        expected.holdsFor(outcomes.keySet());
    }

    /** Waits until n chats with this prefix have an outcome. */
    public void await(String prefix, int n, Duration patience) throws InterruptedException, TimeoutException {
        int found = awaitCount(prefix, n, patience);
        if (found < n) {
            throw new TimeoutException(found + " of " + n + " chats have an outcome after " + patience);
        }
    }

    /** Says how far it is every few seconds; returns how many there are in the end. */
    private int awaitCount(String prefix, int n, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int looks = 1; ; looks++) {
            int found = outcomes(prefix).size();
            if (found >= n || System.nanoTime() > deadline) {
                return found;
            }
            if (looks % 50 == 0) {
                Progress.say("  %,d of %,d chats".formatted(found, n));
            }
            Thread.sleep(LOOK_EVERY_MS);
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
