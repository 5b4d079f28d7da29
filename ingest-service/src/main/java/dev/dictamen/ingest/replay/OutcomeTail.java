package dev.dictamen.ingest.replay;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.kafka.TopicTail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Counts the outcomes of replays from where each began; after an error once more from there, which changes no count. */
final class OutcomeTail implements TopicTail.Reading {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Counted> replays = new ConcurrentHashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean isCaughtUp;

    private record Counted(Map<Integer, Long> from, OutcomeCount count) {}

    /** The count of a replay from these offsets on; it must be asked for before the first chat is sent. */
    OutcomeCount count(String replay, Map<Integer, Long> from) {
        return replays.computeIfAbsent(replay, same -> new Counted(from, new OutcomeCount()))
                .count();
    }

    void forget(String replay) {
        replays.remove(replay);
    }

    /** Whether it has read all that was there when it began. */
    boolean isCaughtUp() {
        return isCaughtUp;
    }

    @Override
    public void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        isCaughtUp = false;
        ends = new HashMap<>(consumer.endOffsets(partitions));
        var begins = consumer.beginningOffsets(partitions);
        for (var partition : partitions) {
            long end = offset(ends, partition);
            long from = replays.values().stream()
                    .mapToLong(counted -> counted.from().getOrDefault(partition.partition(), 0L))
                    .min()
                    .orElse(end);
            consumer.seek(partition, Math.clamp(from, offset(begins, partition), end));
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        @Nullable Long offset = offsets.get(partition);
        return offset == null ? 0 : offset;
    }

    @Override
    public void read(Consumer<?, ?> consumer) {
        consumer.poll(POLL).forEach(record -> {
            if (record.value() instanceof Evaluation evaluation) {
                take(evaluation);
            }
        });
        isCaughtUp = isCaughtUp || TopicTail.hasRead(consumer, ends);
    }

    private void take(Evaluation evaluation) {
        var counted = replays.get(evaluation.runId());
        if (counted != null) {
            counted.count().take(evaluation);
        }
    }
}
