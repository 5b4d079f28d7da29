package dev.dictamen.bench.replay;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.TopicTail;
import dev.dictamen.testing.kafka.ContractTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What the topic of evaluations holds of a run, read once, in the order in which it was judged.
 *
 * @param entries one for each record
 */
record RunLedger(List<Entry> entries) {
    private static final int TENTHS = 10;
    private static final double NANOS = 1e9;

    /**
     * One record.
     *
     * @param at when it was sent
     */
    record Entry(String evaluationId, String chatId, Instant closedAt, Instant at) {
        static Entry of(Evaluation evaluation, Instant at) {
            return new Entry(
                    evaluation.evaluationId(),
                    evaluation.chatId(),
                    Objects.requireNonNull(evaluation.timeline().closedAt()),
                    at);
        }

        long millisFromCloseToVerdict() {
            return Duration.between(closedAt, at).toMillis();
        }
    }

    /** @param run the live one, or a replay's id */
    static RunLedger read(String brokers, String run) {
        var entries = new ArrayList<Entry>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "allow.auto.create.topics", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicTail.readAll(consumer, ContractTopics.ALL.evaluation(), record -> take(record, run, entries));
        }
        entries.sort(Comparator.comparing(Entry::at));
        return new RunLedger(entries);
    }

    private static void take(ConsumerRecord<String, byte[]> record, String run, List<Entry> entries) {
        var evaluation = ContractJson.mapper().readValue(record.value(), Evaluation.class);
        if (evaluation.runId().equals(run)) {
            entries.add(Entry.of(evaluation, Instant.ofEpochMilli(record.timestamp())));
        }
    }

    /** Only the chats with this prefix. */
    RunLedger of(String prefix) {
        return new RunLedger(entries.stream()
                .filter(entry -> entry.chatId.startsWith(prefix + "-"))
                .toList());
    }

    long distinctEvaluations() {
        return entries.stream().map(Entry::evaluationId).distinct().count();
    }

    /** Verdicts a second by tenth of the chats. */
    List<Long> perSecondByTenth() {
        return IntStream.range(0, TENTHS)
                .mapToObj(tenth -> Math.round(perSecond(tenth, tenth + 1)))
                .toList();
    }

    /** Verdicts a second, without the first tenth and the last: neither start nor end. */
    double perSecond() {
        return perSecond(1, TENTHS - 1);
    }

    private double perSecond(int fromTenth, int toTenth) {
        int from = entries.size() * fromTenth / TENTHS;
        int to = Math.min(entries.size() * toTenth / TENTHS, entries.size() - 1);
        var span = Duration.between(entries.get(from).at, entries.get(to).at);
        return (to - from) * NANOS / Math.max(1, span.toNanos());
    }
}
