package dev.dictamen.ingest.gate;

import dev.dictamen.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Which chats have gone through the gate, for who compares that with a source. */
@Component
public class GateMemory {
    private final StreamsBuilderFactoryBean gate;
    private final KafkaTemplate<String, Object> kafka;
    private final String found;

    GateMemory(StreamsBuilderFactoryBean gate, KafkaTemplate<String, Object> kafka, Topics topics) {
        this.gate = gate;
        this.kafka = kafka;
        this.found = topics.found();
    }

    /** What is known of a chat. */
    public sealed interface Known {
        /** It went through, last with this closing time; null where it had none. */
        record Passed(@Nullable Instant closedAt) implements Known {}

        /** It never did. */
        record NotPassed() implements Known {}

        /** Another instance has that part of the store. */
        record Elsewhere() implements Known {}
    }

    /** A look at the store as it is now. */
    public interface Look {
        /** Throws {@link InvalidStateStoreException} when the gate has begun to start anew meanwhile. */
        Known at(String chatId);
    }

    /** Empty while the gate does not run. */
    public Optional<Look> look() {
        var streams = gate.getKafkaStreams();
        if (streams == null || streams.state() != KafkaStreams.State.RUNNING) {
            return Optional.empty();
        }
        try {
            ReadOnlyKeyValueStore<String, LastEmitted> store = streams.store(
                    StoreQueryParameters.fromNameAndType(GateTopology.STORE, QueryableStoreTypes.keyValueStore()));
            int partitions = kafka.partitionsFor(found).size();
            var here = partitionsOf(streams);
            return Optional.of(chatId -> known(chatId, store, here.contains(partition(chatId, partitions))));
        } catch (InvalidStateStoreException starting) {
            return Optional.empty();
        }
    }

    private static Set<Integer> partitionsOf(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .map(partition -> partition.partition())
                .collect(Collectors.toSet());
    }

    private static int partition(String chatId, int partitions) {
        return BuiltInPartitioner.partitionForKey(chatId.getBytes(StandardCharsets.UTF_8), partitions);
    }

    private static Known known(String chatId, ReadOnlyKeyValueStore<String, LastEmitted> store, boolean isHere) {
        var last = store.get(chatId);
        if (last != null) {
            return new Known.Passed(last.closedAt());
        }
        return isHere ? new Known.NotPassed() : new Known.Elsewhere();
    }
}
