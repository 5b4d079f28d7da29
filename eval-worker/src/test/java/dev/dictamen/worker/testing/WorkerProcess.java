package dev.dictamen.worker.testing;

import dev.dictamen.worker.EvalWorker;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The eval-worker as it starts in production, with a test's addresses. */
public final class WorkerProcess implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private WorkerProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static WorkerProcess start(String id, String brokers, StubReplica... replicas) {
        return start(id, brokers, Map.of(), replicas);
    }

    /** @param given keys of .env.example that the test is about */
    public static WorkerProcess start(String id, String brokers, Map<String, String> given, StubReplica... replicas) {
        return start(
                id,
                brokers,
                given,
                Arrays.stream(replicas).map(StubReplica::address).toArray(URI[]::new));
    }

    /** On any replicas. */
    public static WorkerProcess start(String id, String brokers, Map<String, String> given, URI... replicas) {
        var settings = new HashMap<String, Object>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", brokers,
                "KAFKA_REPLICATION_FACTOR", "1",
                "MANAGEMENT_ADDRESS", "127.0.0.1",
                "WORKER_MANAGEMENT_PORT", "0",
                "JUDGE_REPLICAS", Arrays.stream(replicas).map(URI::toString).collect(Collectors.joining(",")),
                "JUDGE_MAX_IN_FLIGHT_PER_REPLICA", "8",
                "WORKER_ID", id));
        settings.putAll(given);
        return new WorkerProcess(new SpringApplicationBuilder(EvalWorker.class)
                .properties(settings)
                .run());
    }

    /** SIGTERM: takes nothing more, finishes what it holds for a while, commits. */
    @Override
    public void close() {
        context.close();
    }
}
