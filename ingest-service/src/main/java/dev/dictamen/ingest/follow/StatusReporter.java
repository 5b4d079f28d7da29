package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.read.ReadMetrics;
import dev.dictamen.kafka.CloudEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/** Reports every two seconds how the source fares. */
final class StatusReporter implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StatusReporter.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Follower follower;
    private final FollowState state;
    private final ReadMetrics metrics;
    private final Identity identity;
    private final KafkaTemplate<String, Object> kafka;
    private final String topic;
    private final Clock clock;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("source-status").factory());
    private volatile boolean isRunning;

    /** Who reports on what. */
    record Identity(String source, String instance) {}

    StatusReporter(
            Follower follower,
            FollowState state,
            ReadMetrics metrics,
            Identity identity,
            KafkaTemplate<String, Object> kafka,
            Topics topics,
            Clock clock) {
        this.follower = follower;
        this.state = state;
        this.metrics = metrics;
        this.identity = identity;
        this.kafka = kafka;
        this.topic = topics.sourceStatus();
        this.clock = clock;
    }

    SourceStatus now() {
        var progress = state.progress();
        return new SourceStatus(
                identity.source(),
                identity.instance(),
                state.state(),
                state.problem() == null ? readProblem() : state.problem(),
                progress.filter(Progress::hasPosition)
                        .map(Progress::followedUntil)
                        .orElse(null),
                follower.waiting(),
                metrics.published(),
                metrics.vanished(),
                progress.flatMap(known -> Optional.ofNullable(known.scan()))
                        .map(Progress.Scan::status)
                        .orElse(null),
                clock.instant());
    }

    private @org.jspecify.annotations.Nullable String readProblem() {
        var parts = follower.parts();
        return parts == null ? null : parts.loop().problem();
    }

    private void report() {
        try {
            kafka.send(CloudEvents.record(topic, now(), "ingest-service", null));
        } catch (RuntimeException e) {
            log.info("source-status-unsent reason={}", e.getMessage());
        }
    }

    @Override
    public void start() {
        isRunning = true;
        ticker.scheduleWithFixedDelay(this::report, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        ticker.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
