package dev.dictamen.ingest.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The built jar as a process of its own, as systemd would run it; it can be killed without warning. */
public final class IngestProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "ingest-service.jar");

    private final Process process;
    private final Path log;
    private final int port;

    private IngestProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the jar under these settings; returns at once. */
    public static IngestProcess start(Map<String, String> settings) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m", "-jar", JAR.toString());
        int port = freePort();
        var log = Files.createTempFile(Path.of("target"), "ingest-process-", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_REPLICATION_FACTOR", "1",
                        "INGEST_BIND_ADDRESS", "127.0.0.1",
                        "INGEST_PORT", "0",
                        "INGEST_API_KEY", "a-key-of-the-test-only",
                        "MANAGEMENT_ADDRESS", "127.0.0.1",
                        "INGEST_MANAGEMENT_PORT", Integer.toString(port)));
        return new IngestProcess(builder.start(), log, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether the gate runs and the source is followed. */
    public boolean isReady() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var health = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                                    .statusCode()
                            == 200
                    && log().contains("source-following");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the process has printed. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
