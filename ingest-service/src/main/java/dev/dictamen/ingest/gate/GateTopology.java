package dev.dictamen.ingest.gate;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** found → gate (with its store, backed by a changelog topic) → closed | backlog | dead letters. */
final class GateTopology {
    /** Chat id → {@link LastEmitted}. */
    static final String STORE = "chats";

    private static final String SOURCE = "found";
    private static final String GATE = "gate";

    private final Lanes lanes;
    private final DeadLetters deadLetters;
    private final GateMetrics metrics;

    GateTopology(Lanes lanes, DeadLetters deadLetters, GateMetrics metrics) {
        this.lanes = lanes;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    void addTo(Topology topology) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                (record, partitionTime) -> Math.max(0, record.timestamp()),
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                lanes.topics().found());
        topology.addProcessor(GATE, () -> new GateProcessor(lanes, deadLetters, metrics), SOURCE);
        topology.addStateStore(store(), GATE);
        addSink(topology, GateOutcome.CLOSED);
        addSink(topology, GateOutcome.BACKLOG);
        addSink(topology, GateOutcome.DEAD_LETTER);
    }

    private void addSink(Topology topology, GateOutcome lane) {
        topology.addSink(
                lane.word(),
                lanes.topic(lane),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer(),
                GATE);
    }

    private static StoreBuilder<KeyValueStore<String, LastEmitted>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), LastEmitted.serde())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
