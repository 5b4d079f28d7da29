package dev.dictamen.bench.replay;

import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.contract.Event;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Orders one replay, with another version of the prompt, and watches it. For one thread. */
final class ReplayDesk implements AutoCloseable {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final String REPLAY = "r-bench";
    private static final String ANOTHER_VERSION = "bench-2";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    private final KafkaProducer<String, Object> producer;
    private final TopicReader<ReplayReport> reports;
    private ReplayOrder order;
    private ReplayReport.@Nullable Progress progress;

    private ReplayDesk(String brokers, Selection selection) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"),
                new StringSerializer(),
                ContractTypes.serializer());
        reports = TopicReader.of(brokers, ReplayReport.class, TOPICS.replayProgress());
        order = new ReplayOrder(
                REPLAY,
                1,
                "a benchmark's",
                selection,
                Ask.with(ANOTHER_VERSION),
                Mode.COMPARE,
                new Pace(Wanted.QUOTE, null, null),
                "bench",
                Instant.now());
    }

    /** Has the replay of these chats quoted; what was quoted stands in {@link #progress()}. */
    static ReplayDesk quote(Rig rig, Selection selection) throws TimeoutException {
        var desk = new ReplayDesk(rig.brokers(), selection);
        try (var prompts = TopicReader.of(rig.brokers(), JudgePrompt.class, TOPICS.judgePrompt())) {
            desk.send(TOPICS.judgePrompt(), another(prompts));
        }
        desk.send(TOPICS.replayCommand(), desk.order);
        desk.await(progress -> progress.state() == State.QUOTED, SOON);
        return desk;
    }

    /** A version that asks in other words than the one that came with the software. */
    private static JudgePrompt.Version another(TopicReader<JudgePrompt> prompts) {
        var known = prompts.values().stream()
                .filter(JudgePrompt.Version.class::isInstance)
                .map(JudgePrompt.Version.class::cast)
                .findFirst()
                .orElseThrow();
        var texts = known.texts();
        return new JudgePrompt.Version(
                ANOTHER_VERSION,
                new JudgePrompt.Texts(texts.instructions() + "\nBe brief.", texts.task(), texts.repair()),
                known.schema(),
                known.parameters(),
                "bench",
                Instant.now());
    }

    private void send(String topic, Event event) {
        producer.send(CloudEvents.record(topic, event, "benchmarks", null));
        producer.flush();
    }

    /** Agrees to what was quoted; returns when that was. */
    Instant start() {
        return wish(Wanted.RUN);
    }

    void cancel() throws TimeoutException {
        wish(Wanted.CANCEL);
        await(progress -> progress.state() == State.CANCELLED, SOON);
    }

    private Instant wish(Wanted wanted) {
        order = new ReplayOrder(
                order.replay(),
                order.number() + 1,
                order.name(),
                order.selection(),
                order.ask(),
                order.mode(),
                new Pace(wanted, progress().total(), null),
                order.by(),
                Instant.now());
        send(TOPICS.replayCommand(), order);
        return order.at();
    }

    /** The last report that was read. */
    ReplayReport.Progress progress() {
        return Objects.requireNonNull(progress);
    }

    boolean isFinished() {
        return progress().state() == State.FINISHED;
    }

    /** Waits until this share of its chats has an outcome. */
    void awaitDone(double share, Duration patience) throws TimeoutException {
        await(progress -> progress.outcomes().done() >= share * progress.total(), patience);
    }

    void awaitFinished(Duration patience) throws TimeoutException {
        await(progress -> progress.state() == State.FINISHED, patience);
    }

    /** Reads reports until one is as it should be. */
    void await(Predicate<ReplayReport.Progress> wanted, Duration patience) throws TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (progress == null || !wanted.test(progress)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("after " + patience + " the last report is " + progress);
            }
            read();
        }
    }

    /** Reads reports for so long, or until it is finished. */
    void watch(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline && !isFinished()) {
            read();
        }
    }

    private void read() {
        for (var seen : reports.take()) {
            if (seen.value() instanceof ReplayReport.Progress now) {
                sayNowAndThen(now);
                progress = now;
            }
        }
    }

    private void sayNowAndThen(ReplayReport.Progress now) {
        long every = SAY_EVERY.toMillis();
        if (progress != null && progress.at().toEpochMilli() / every < now.at().toEpochMilli() / every) {
            Progress.say("  %,d of %,d replayed, %.0f a second"
                    .formatted(now.outcomes().done(), now.total(), now.rate()));
        }
    }

    @Override
    public void close() {
        producer.close();
        reports.close();
    }
}
