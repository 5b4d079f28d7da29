package dev.dictamen.sink.testing;

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
public final class SinkProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "result-sink.jar");

    private final Process process;
    private final Path log;
    private final int port;

    private SinkProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the jar under these settings; returns at once. */
    public static SinkProcess start(Map<String, String> settings) throws IOException {
        var command = List.of(javaCommand(), "-XX:+UseSerialGC", "-Xmx256m", "-jar", JAR.toString());
        int port = freePort();
        var log = Files.createTempFile(Path.of("target"), "sink-process-", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("MANAGEMENT_ADDRESS", "127.0.0.1");
        builder.environment().put("SINK_MANAGEMENT_PORT", Integer.toString(port));
        return new SinkProcess(builder.start(), log, port);
    }

    private static String javaCommand() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public boolean isReady() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

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
