package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** The judge's meters: waits for permits by lane, calls by replica and outcome, what is under way. */
public class JudgeMetrics {
    private static final Duration[] OBJECTIVES = LongStream.of(
                    1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final List<String> OUTCOMES = List.of("answered", "retry", "refused", "cancelled");

    private final MeterRegistry meters;
    private final Map<Lane, Timer> waits = new EnumMap<>(Lane.class);

    public JudgeMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var lane : Lane.values()) {
            waits.put(lane, permitWait(lane));
        }
    }

    void waited(Lane lane, long nanos) {
        Objects.requireNonNull(waits.get(lane)).record(Duration.ofNanos(nanos));
    }

    void ended(String replica, Ending ending) {
        calls(replica, ending.outcome()).increment();
    }

    void watchWaiting(Lane lane, Supplier<Number> waiting) {
        Gauge.builder("judge.waiting", waiting)
                .description("Calls that wait for a permit")
                .tag("lane", lane.word())
                .register(meters);
    }

    void watchPause(Supplier<Number> paused) {
        Gauge.builder("judge.bulk.paused", paused)
                .description("1 while bulk work is held back for old live chats")
                .register(meters);
    }

    void watch(Replica replica, Supplier<Number> inFlight) {
        Gauge.builder("judge.inflight", inFlight)
                .description("Calls under way")
                .tag("replica", replica.name())
                .register(meters);
        OUTCOMES.forEach(outcome -> calls(replica.name(), outcome));
    }

    void watchBulkCap(Replica replica, Supplier<Number> cap) {
        Gauge.builder("judge.bulk.cap", cap)
                .description("Most bulk calls at once, as the replica's speed under load allows beside live ones")
                .tag("replica", replica.name())
                .register(meters);
    }

    private Counter calls(String replica, String outcome) {
        return meters.counter("judge.calls", "replica", replica, "outcome", outcome);
    }

    private Timer permitWait(Lane lane) {
        return Timer.builder("judge.permit.wait")
                .description("Time until a call has its permit")
                .tag("lane", lane.word())
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }
}
