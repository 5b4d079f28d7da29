package dev.dictamen.ingest.redact;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How many pieces of personal data were replaced, by kind, from zero. */
@Component
class RedactionMetrics {
    private final Map<Kind, Counter> replaced = new EnumMap<>(Kind.class);

    RedactionMetrics(MeterRegistry registry) {
        for (Kind kind : Kind.values()) {
            replaced.put(kind, registry.counter("redaction.replaced", "kind", kind.word()));
        }
    }

    void countReplaced(Kind kind) {
        Objects.requireNonNull(replaced.get(kind)).increment();
    }
}
