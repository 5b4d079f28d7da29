package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** The judge's meters: waits for permits by lane, calls by replica and outcome, what is under way. */
@Component
public class JudgeMetrics {
    private static final Duration[] OBJECTIVES = LongStream.of(
                    1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final String CALLS = "judge.calls";

    /** How a call ended. */
    public enum Ending {
        ANSWERED,
        RETRY,
        REFUSED,
        CANCELLED
    }

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

    public void ended(Replica replica, Ending ending) {
        meters.counter(CALLS, "replica", replica.name(), "outcome", word(ending))
                .increment();
    }

    void watchWaiting(Lane lane, Supplier<Number> waiting) {
        Gauge.builder("judge.waiting", waiting)
                .description("Calls that wait for a permit")
                .tag("lane", word(lane))
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
        for (var ending : Ending.values()) {
            meters.counter(CALLS, "replica", replica.name(), "outcome", word(ending));
        }
    }

    private Timer permitWait(Lane lane) {
        return Timer.builder("judge.permit.wait")
                .description("Time until a call has its permit")
                .tag("lane", word(lane))
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
