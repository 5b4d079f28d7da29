package dev.dictamen.ingest.gate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts {@code gate.chats} by outcome, from zero. */
final class GateMetrics {
    private final Map<GateOutcome, Counter> counters = new EnumMap<>(GateOutcome.class);

    GateMetrics(MeterRegistry registry) {
        for (var outcome : GateOutcome.values()) {
            counters.put(outcome, registry.counter("gate.chats", "outcome", outcome.word()));
        }
    }

    void count(GateOutcome outcome) {
        var counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
