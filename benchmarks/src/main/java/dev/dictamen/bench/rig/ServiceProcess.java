package dev.dictamen.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A service's jar as a process of its own, with the heap and the collector of production's units. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final long LOOK_EVERY_MS = 200;
    private static final long STOP_SECONDS = 40;

    private final Process process;
    private final URI metrics;
    private final URI health;
    private final String module;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceProcess(String module, Process process, URI management) {
        this.module = module;
        this.process = process;
        this.health = management.resolve("/actuator/health/readiness");
        this.metrics = management.resolve("/actuator/prometheus");
    }

    /** Starts the jar that Maven built; its log goes to {@code folder}. */
    static ServiceProcess start(
            Path project, String module, Path folder, Map<String, String> environment, String portKey) {
        var jar = project.resolve(module).resolve("target").resolve(module + ".jar");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var log = folder.resolve(environment.getOrDefault("WORKER_ID", module) + ".log");
        var builder = new ProcessBuilder(List.of(
                        java, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx512m", "-jar", jar.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        try {
            int port = Integer.parseInt(environment.getOrDefault(portKey, "0"));
            return new ServiceProcess(module, builder.start(), Loopback.uri(port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + jar + ": build it with mvn package", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new TimeoutException(module + " is not ready; see its log");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Processor time that it has used so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What its Prometheus endpoint says now. */
    public Meters meters() throws IOException, InterruptedException {
        return Meters.read(client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body());
    }

    /** SIGTERM, and SIGKILL when that does not help. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
