package dev.dictamen.worker.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;

/** The built eval-worker as a process of its own, which can be killed. */
public final class WorkerJar implements AutoCloseable {
    private static final Path JAR = Path.of("target", "eval-worker.jar");
    private static final Path LOG = Path.of("target", "eval-worker.log");

    private final Process process;

    private WorkerJar(Process process) {
        this.process = process;
    }

    public static WorkerJar start(String id, String brokers, StubReplica replica) throws IOException {
        return start(id, brokers, replica, Map.of());
    }

    /** @param given keys of .env.example that the test is about */
    public static WorkerJar start(String id, String brokers, StubReplica replica, Map<String, String> given)
            throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx256m", "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(LOG.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", brokers,
                        "KAFKA_REPLICATION_FACTOR", "1",
                        "MANAGEMENT_ADDRESS", "127.0.0.1",
                        "WORKER_MANAGEMENT_PORT", "0",
                        "JUDGE_REPLICAS", replica.address().toString(),
                        "JUDGE_MAX_IN_FLIGHT_PER_REPLICA", "8",
                        "WORKER_ID", id));
        builder.environment().putAll(given);
        return new WorkerJar(builder.start());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does: nothing is finished, nothing committed. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM. The exit code. */
    public int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
