package dev.dictamen.worker.consume;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.SkipReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Counts outcomes and times their stages. Every meter exists from the start, at zero. */
@Component
class OutcomeMetrics {
    private static final String OUTCOME = "evaluation.outcome";
    private static final String NO_REASON = "none";
    private static final Duration[] OBJECTIVES =
            IntStream.of(1, 2, 5, 10, 15, 20, 30).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Counter poison;
    private final Timer queue;
    private final Timer total;

    OutcomeMetrics(MeterRegistry meters) {
        this.meters = meters;
        outcomes("scored", NO_REASON);
        for (var reason : SkipReason.values()) {
            outcomes("skipped", reason.word());
        }
        for (var reason : FailureReason.values()) {
            outcomes("failed", reason.word());
        }
        poison = meters.counter("evaluation.poison");
        queue = stage("queue", meters);
        total = stage("total", meters);
    }

    void count(Evaluation evaluation) {
        switch (evaluation) {
            case Evaluation.Scored scored -> outcomes("scored", NO_REASON).increment();
            case Evaluation.Skipped skipped ->
                outcomes("skipped", skipped.reason().word()).increment();
            case Evaluation.Failed failed ->
                outcomes("failed", failed.reason().word()).increment();
        }
        var timeline = evaluation.timeline();
        queue.record(between(timeline.ingestedAt(), timeline.startedAt()));
        total.record(between(timeline.ingestedAt(), timeline.evaluatedAt()));
    }

    /** A record that holds no chat. */
    void countPoison() {
        poison.increment();
    }

    private Counter outcomes(String outcome, String reason) {
        return meters.counter(OUTCOME, "outcome", outcome, "reason", reason);
    }

    private static Timer stage(String name, MeterRegistry meters) {
        return Timer.builder("evaluation.duration")
                .tag("stage", name)
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }

    /** Clocks of two hosts may disagree: never negative. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
