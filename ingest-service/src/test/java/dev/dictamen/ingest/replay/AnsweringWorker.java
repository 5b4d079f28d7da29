package dev.dictamen.ingest.replay;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.AskedHash;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What stands behind the replay topic: reads what was committed, answers every chat once it is let, and reports a replica. */
final class AnsweringWorker implements AutoCloseable {
    static final String MODEL = "openai/gpt-oss-20b";
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final int UNBOUNDED = 1_000_000;

    /** Every replayed record that was committed, in its order: {@code run/chat/revision}. */
    final Queue<String> received = new ConcurrentLinkedQueue<>();

    private final Semaphore permits = new Semaphore(UNBOUNDED);
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, Object> producer;
    private final JudgePrompt.Version prompt;
    private final Thread thread;
    private volatile boolean isFailing;
    private volatile int slots = 44;
    private volatile boolean isStopped;

    AnsweringWorker(TestBroker broker, JudgePrompt.Version prompt) {
        broker.create(TOPICS.replay(), TOPICS.evaluation());
        this.prompt = prompt;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.addresses(),
                        "group.id", "answering",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        producer = broker.producer();
        thread = Thread.ofPlatform().start(this::work);
    }

    AnsweringWorker failing(boolean fails) {
        isFailing = fails;
        return this;
    }

    /** Bulk slots that it reports; with none no replica takes calls. */
    AnsweringWorker slots(int reported) {
        slots = reported;
        return this;
    }

    void hold() {
        permits.drainPermits();
    }

    void let(int chats) {
        permits.release(chats);
    }

    void letAll() {
        permits.release(UNBOUNDED);
    }

    private void work() {
        consumer.subscribe(List.of(TOPICS.replay()));
        long reportedAt = 0;
        var open = new ArrayDeque<ConsumerRecord<String, byte[]>>();
        while (!isStopped) {
            if (System.nanoTime() - reportedAt > Duration.ofMillis(500).toNanos()) {
                reportedAt = System.nanoTime();
                report();
            }
            for (var record : consumer.poll(Duration.ofMillis(20))) {
                received.add(header(record, EventHeaders.RUN_ID) + "/" + record.key() + "/"
                        + chat(record).revision());
                open.add(record);
            }
            while (!open.isEmpty() && permits.tryAcquire()) {
                answer(open.remove());
            }
        }
    }

    private void report() {
        if (slots > 0) {
            var bulk = new ReplicaStatus.Bulk(slots, false, new ReplicaStatus.ServiceTime(100, 1, 0));
            var status = new ReplicaStatus(
                    "gpu:1",
                    "worker-1",
                    ReplicaStatus.State.READY,
                    ReplicaStatus.Breaker.CLOSED,
                    0,
                    64,
                    ReplicaStatus.Pace.NONE,
                    bulk,
                    false,
                    null,
                    Instant.now());
            producer.send(CloudEvents.record(TOPICS.replicaStatus(), status, "test", null));
        }
    }

    private void answer(ConsumerRecord<String, byte[]> record) {
        var chat = chat(record);
        var run = header(record, EventHeaders.RUN_ID);
        var ask = ContractJson.mapper().readValue(header(record, EventHeaders.ASK), Ask.class);
        var now = Instant.now();
        var timeline = new Timeline(chat.closedAt(), chat.ingestedAt(), now, now);
        var of = new Evaluation.Of(
                EvaluationId.of(chat.chatId(), chat.revision(), run),
                chat.chatId(),
                chat.revision(),
                run,
                chat.subject(),
                timeline,
                null);
        Evaluation evaluation = isFailing
                ? new Evaluation.Failed(of, Provenance.NOBODY, FailureReason.REQUEST_REFUSED, "HTTP 404: no such model")
                : new Evaluation.Scored(
                        of, by(AskedHash.of(prompt, ask, MODEL)), Evaluations.verdict(Score.GOOD, "Bien."), false);
        producer.send(CloudEvents.record(TOPICS.evaluation(), evaluation, "test", null));
    }

    static Provenance by(@Nullable String askedHash) {
        return new Provenance(
                new JudgedBy(JudgedBy.Kind.LLM, MODEL, "gpu:1", null, "2026-11-3", "9f86d0", askedHash, false),
                new Usage(1_000, 0, 0, 200),
                1,
                null);
    }

    private static ClosedChat chat(ConsumerRecord<String, byte[]> record) {
        return ContractJson.mapper().readValue(record.value(), ClosedChat.class);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        isStopped = true;
        thread.join();
        consumer.close();
        producer.close();
    }
}
