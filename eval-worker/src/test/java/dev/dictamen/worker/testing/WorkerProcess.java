package dev.dictamen.worker.testing;

import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.ServiceJar;
import dev.dictamen.worker.EvalWorker;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The eval-worker as it starts in production, in this JVM, with a test's addresses. */
public final class WorkerProcess implements AutoCloseable {
    private static final String SMALL_HEAP = "-Xmx256m";
    private static final Duration READING_WITHIN = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;

    private WorkerProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static WorkerProcess start(String id, TestBroker broker, StubReplica... replicas) {
        return start(id, broker, Map.of(), addresses(replicas));
    }

    /** @param given keys of .env.example that the test is about */
    public static WorkerProcess start(String id, TestBroker broker, Map<String, String> given, URI... replicas) {
        return new WorkerProcess(new SpringApplicationBuilder(EvalWorker.class)
                .properties(new HashMap<>(settings(id, broker, given, replicas)))
                .run());
    }

    /** The built jar as a process of its own, which can be killed. */
    public static ServiceJar jar(String id, TestBroker broker, Map<String, String> given, StubReplica... replicas) {
        return ServiceJar.start("eval-worker", settings(id, broker, given, addresses(replicas)), SMALL_HEAP);
    }

    private static Map<String, String> settings(
            String id, TestBroker broker, Map<String, String> given, URI... replicas) {
        var settings = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.addresses(),
                "KAFKA_REPLICATION_FACTOR", "1",
                "MANAGEMENT_ADDRESS", "127.0.0.1",
                "WORKER_MANAGEMENT_PORT", "0",
                "JUDGE_REPLICAS", Arrays.stream(replicas).map(URI::toString).collect(Collectors.joining(",")),
                "JUDGE_MAX_IN_FLIGHT_PER_REPLICA", "8",
                "WORKER_ID", id));
        settings.putAll(given);
        return settings;
    }

    private static URI[] addresses(StubReplica... replicas) {
        return Arrays.stream(replicas).map(StubReplica::address).toArray(URI[]::new);
    }

    /** Waits until both lanes have their partitions and read them: each has a group of its own, which it joins in its own time. */
    public void awaitReading() {
        await("both lanes read").atMost(READING_WITHIN).until(this::isReading);
    }

    private boolean isReading() {
        var lanes = context.getBean("lanesHealthIndicator", HealthIndicator.class);
        return Status.UP.equals(Objects.requireNonNull(lanes.health()).getStatus());
    }

    public boolean hasBeanOf(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    /** SIGTERM: takes nothing more, finishes what it holds for a while, commits. */
    @Override
    public void close() {
        context.close();
    }
}
