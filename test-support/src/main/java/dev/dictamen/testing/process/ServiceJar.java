package dev.dictamen.testing.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The built jar of a service as a process of its own, as systemd would run it. It can be stopped and it can be killed
 * without warning; closing it stops it, and kills it where that does not help.
 */
public final class ServiceJar implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final Map<String, String> PORT_KEYS = Map.of(
            "ingest-service", "INGEST_MANAGEMENT_PORT",
            "eval-worker", "WORKER_MANAGEMENT_PORT",
            "result-sink", "SINK_MANAGEMENT_PORT",
            "api-gateway", "GATEWAY_MANAGEMENT_PORT");

    private final String module;
    private final Process process;
    private final Path log;
    private final URI management;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceJar(String module, Process process, Path log, int port) {
        this.module = module;
        this.process = process;
        this.log = log;
        this.management = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts the jar and returns at once. Its management port is free and on loopback, topics have one copy; its log lies
     * under {@code target} of the module under test.
     *
     * @param module the folder of the service, which is also the jar's name
     * @param settings keys of {@code .env.example}
     * @param jvm further options of the JVM, for example {@code -Xmx256m}; the collector is the serial one unless one is named
     */
    public static ServiceJar start(String module, Map<String, String> settings, String... jvm) {
        int port = FreePort.find();
        try {
            Files.createDirectories(Path.of("target"));
            var log = Files.createTempFile(Path.of("target"), module + "-", ".log");
            var builder = new ProcessBuilder(command(module, jvm))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()));
            builder.environment()
                    .putAll(Map.of(
                            "KAFKA_REPLICATION_FACTOR",
                            "1",
                            "MANAGEMENT_ADDRESS",
                            "127.0.0.1",
                            PORT_KEYS.get(module),
                            Integer.toString(port)));
            builder.environment().putAll(settings);
            return new ServiceJar(module, builder.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + module + ": build it with mvn package", e);
        }
    }

    private static List<String> command(String module, String... jvm) {
        var jar = Project.root().resolve(module).resolve("target").resolve(module + ".jar");
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<>(List.of(java, "-XX:+ExitOnOutOfMemoryError"));
        if (Stream.of(jvm).noneMatch(option -> option.endsWith("GC"))) {
            command.add("-XX:+UseSerialGC");
        }
        command.addAll(List.of(jvm));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Whether its readiness says so now. */
    public boolean isReady() {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits until it is ready; fails with its log's end where it ends before, or after two minutes. */
    public ServiceJar awaitReady() {
        await().atMost(READY).until(() -> isReady() || !isAlive());
        if (!isAlive()) {
            throw new IllegalStateException(module + " ended with " + process.exitValue() + ": " + log());
        }
        return this;
    }

    /** What its Prometheus endpoint says now. */
    public String metrics() throws IOException {
        return get("/actuator/prometheus").body();
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(management.resolve(path)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time that it has used so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it has printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGSTOP: it keeps its connections and does nothing, until it may {@link #goOn}. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As kill -9 does: nothing is finished, nothing committed. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; returns the exit code when it has ended. */
    public int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
