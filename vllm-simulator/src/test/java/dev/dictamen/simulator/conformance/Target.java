package dev.dictamen.simulator.conformance;

import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.testing.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server under test: the one at {@code JUDGE_CONFORMANCE_URL} with the model {@code JUDGE_MODEL} and, where it asks for a
 * key, {@code JUDGE_API_KEY}; a simulator of its own where no URL is given.
 */
final class Target implements AutoCloseable {
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private final @Nullable VllmSimulator simulator;
    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Target(@Nullable VllmSimulator simulator, URI base) {
        this.simulator = simulator;
        this.base = base;
    }

    static Target open() {
        var url = ENVIRONMENT.getOrDefault("JUDGE_CONFORMANCE_URL", "");
        if (!url.isEmpty()) {
            return new Target(null, URI.create(url));
        }
        var simulator = VllmSimulator.start(SimulatorOptions.of(
                "--port=0",
                "--served-model-name=" + model(),
                "--max-num-seqs=16",
                "--scheduling-policy=priority",
                "--time-to-first-token=20ms",
                "--inter-token-latency=1ms",
                "--time-factor-under-load=2"));
        return new Target(simulator, URI.create("http://127.0.0.1:" + simulator.port()));
    }

    static String model() {
        return ENVIRONMENT.getOrDefault("JUDGE_MODEL", "openai/gpt-oss-20b");
    }

    boolean isReal() {
        return simulator == null;
    }

    URI base() {
        return base;
    }

    /** The body that the worker sends, asking for few tokens of thought. */
    static ObjectNode body(String user) {
        return Client.body(user)
                .put("model", model())
                .put("reasoning_effort", "low")
                .put("temperature", 0.2);
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path));
        var key = ENVIRONMENT.getOrDefault("JUDGE_API_KEY", "");
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    HttpRequest.Builder chat(String requestId, JsonNode body) {
        return request("/v1/chat/completions")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofString(body.toString()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** A gauge or counter, summed over its labels; minus one where the server does not tell it. */
    double metric(String name) {
        try {
            var samples = get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .toArray();
            return samples.length == 0 ? -1 : Arrays.stream(samples).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        if (simulator != null) {
            simulator.close();
        }
    }
}
